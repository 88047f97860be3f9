package dev.kida.spring.development;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.validation.BindingResult;

/**
 * The names in a model with the types of their values, never the values.
 *
 * @param types type by name
 */
public record ModelOutline(Map<String, String> types) {

    /** The attribute of the request that holds it; that it is there means that errors may be shown. */
    public static final String ATTRIBUTE = ModelOutline.class.getName();

    /** The outline of a model. */
    public static ModelOutline of(Map<String, ? extends @Nullable Object> model) {
        Map<String, String> types = new TreeMap<>();
        model.forEach((name, value) -> {
            if (!name.startsWith(BindingResult.MODEL_KEY_PREFIX)) {
                types.put(name, value == null ? "null" : ClassUtils.getShortName(ClassUtils.getUserClass(value)));
            }
        });
        return new ModelOutline(types);
    }
}
