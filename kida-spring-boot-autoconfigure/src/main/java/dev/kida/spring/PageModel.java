package dev.kida.spring;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * The model as a template sees it: everything the controller put there, nulls included, reactive values as they are.
 *
 * @param attributes the attributes by name; never shared with the controller's model
 * @param hasReactive whether one of them is reactive
 */
public record PageModel(Map<String, @Nullable Object> attributes, boolean hasReactive) {

    /**
     * Copies a model.
     *
     * @param model the model of the controller, null for an empty one
     * @param types tells which values are reactive
     */
    public static PageModel of(@Nullable Map<String, ? extends @Nullable Object> model, ReactiveTypes types) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        if (model == null) {
            return new PageModel(attributes, false);
        }
        boolean reactive = false;
        for (Map.Entry<String, ? extends @Nullable Object> entry : model.entrySet()) {
            if (types.isReactive(entry.getValue())) {
                reactive = true;
                attributes.put(entry.getKey(), entry.getValue());
            } else if (!isBindingOfReactive(entry.getKey(), model, types)) {
                attributes.put(entry.getKey(), entry.getValue());
            }
        }
        return new PageModel(attributes, reactive);
    }

    /** Spring MVC takes a publisher for a form object and adds a binding result that describes the publisher. */
    private static boolean isBindingOfReactive(
            String key, Map<String, ? extends @Nullable Object> model, ReactiveTypes types) {
        return key.startsWith(BindingResult.MODEL_KEY_PREFIX)
                && types.isReactive(model.get(key.substring(BindingResult.MODEL_KEY_PREFIX.length())));
    }
}
