package dev.kida.spring.form;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.MapBindingResult;

/**
 * Finds what a form field is bound to, in the model of one render. Follows Spring's {@code BindStatus}: the name before the
 * first dot is a model attribute, what comes after it a property; a binding result of that name, where there is one, knows
 * the errors and what the user has typed.
 *
 * <p>Not thread-safe, as a render is on one thread at a time.
 */
public final class FormBinder {

    /** The render attribute that carries the binder. */
    public static final Object KEY = FormBinder.class;

    private final Map<String, @Nullable Object> model;
    private final FormSupport support;
    private final FormRequest request;
    private final Map<String, Errors> made = new HashMap<>();

    /**
     * @param model the attributes of the page, asynchronous ones as they are
     * @param support what forms need of the application
     * @param request what forms need of the request
     */
    public FormBinder(Map<String, @Nullable Object> model, FormSupport support, FormRequest request) {
        this.model = model;
        this.support = support;
        this.request = request;
    }

    FormRequest request() {
        return request;
    }

    FormSupport support() {
        return support;
    }

    /** The attribute a path starts with, as something to await. */
    Object target(String path) {
        return awaitable(model.get(objectName(path)));
    }

    /** The binding result of the attribute a path starts with, as something to await; null when there is none. */
    Object result(String path) {
        return awaitable(model.get(BindingResult.MODEL_KEY_PREFIX + objectName(path)));
    }

    /** An asynchronous attribute itself: the engine knows it, and subscribes it once however many fields ask for it. */
    private Object awaitable(@Nullable Object value) {
        return value != null && support.types().isReactive(value) ? value : CompletableFuture.completedFuture(value);
    }

    /** The field of a path, of attributes that are there. */
    BoundField bind(String path, Locale locale) {
        String name = objectName(path);
        Object target = model.get(name);
        Object result = model.get(BindingResult.MODEL_KEY_PREFIX + name);
        if (support.types().isReactive(target) || support.types().isReactive(result)) {
            throw new TemplateRuntimeException(
                    ErrorCode.K_RUN_012,
                    "bind('" + path + "') cannot wait for the asynchronous attribute '" + name + "'",
                    null,
                    "Give it the value: bind('" + path + "', await " + name
                            + "); the components of kida/forms.html do.");
        }
        return bind(path, target, result, locale);
    }

    /**
     * The field of a path.
     *
     * @param target the object, awaited; null when the model has none
     * @param result its binding result, awaited; null when the model has none
     */
    BoundField bind(String path, @Nullable Object target, @Nullable Object result, Locale locale) {
        String name = objectName(path);
        Errors errors = result instanceof Errors known ? known : errorsOf(name, target, path);
        String expression = name.length() == path.length() ? "" : path.substring(name.length() + 1);
        return BoundFields.of(path, expression, errors, new Texts(support, locale));
    }

    private Errors errorsOf(String name, @Nullable Object target, String path) {
        if (target == null) {
            throw new TemplateRuntimeException(
                    ErrorCode.K_RUN_007,
                    "Nothing to bind '" + path + "' to: the model has no attribute '" + name + "'",
                    null,
                    "Add it in the controller: model.addAttribute(\"" + name + "\", …)");
        }
        Errors known = made.get(name);
        if (known instanceof BindingResult previous && previous.getTarget() == target) {
            return known;
        }
        Errors errors = newErrors(name, target);
        made.put(name, errors);
        return errors;
    }

    private Errors newErrors(String name, Object target) {
        BindingResult ofHandler = request.bindingResult(name, target);
        if (ofHandler != null) {
            return ofHandler;
        }
        if (target instanceof Map<?, ?> map) {
            return new MapBindingResult(map, name);
        }
        BeanPropertyBindingResult result = new BeanPropertyBindingResult(target, name);
        result.initConversion(support.conversion());
        return result;
    }

    private static String objectName(String path) {
        Assert.hasText(path, "A path to bind must not be empty");
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
