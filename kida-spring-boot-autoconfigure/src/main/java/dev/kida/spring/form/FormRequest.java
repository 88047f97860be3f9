package dev.kida.spring.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What forms need of the request they are shown for: Spring's {@code RequestDataValueProcessor} and data binder, of
 * whichever stack. Used on the threads that render the page.
 */
public interface FormRequest {

    /** The request of a render that has none: nothing is changed or added. */
    FormRequest NONE = new FormRequest() {};

    /**
     * A binding result for an object that none was made for, with the converters of the handler that shows the page.
     *
     * @param name the name of the object in the model
     * @param target the object
     * @return the result, or null to use the application's conversion service
     */
    default @Nullable BindingResult bindingResult(String name, Object target) {
        return null;
    }

    /** The action to print for the given one. Called before {@link #hiddenFields}, which may depend on the method. */
    default String action(String action, String method) {
        return action;
    }

    /** The value to print for a field of this name and type. */
    default String value(String name, String value, String type) {
        return value;
    }

    /** Fields that a form has to have besides its own, by name. */
    default Map<String, String> hiddenFields() {
        return Map.of();
    }

    /** The URL to which a form without an action is sent. */
    default String currentUrl() {
        return "";
    }
}
