package dev.kida.spring.form;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ObjectUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Makes {@link BoundField}s of binding results. */
final class BoundFields {

    private BoundFields() {}

    /**
     * The field of an expression.
     *
     * @param expression a property, {@code ""} for the object, {@code "*"} for everything in it, {@code "address*"} for the
     *     properties that start so
     */
    static BoundField of(String path, String expression, Errors errors, Texts texts) {
        List<? extends ObjectError> problems = problems(expression, errors);
        boolean property = !expression.isEmpty() && !expression.endsWith("*");
        Object raw = property ? rawValue(expression, errors) : null;
        return new BoundField(
                path,
                expression,
                property ? texts.display(errors.getFieldValue(expression)) : "",
                raw,
                problems.stream().map(texts::message).toList(),
                problems.stream().map(BoundFields::code).toList(),
                texts);
    }

    private static List<? extends ObjectError> problems(String expression, Errors errors) {
        if (expression.isEmpty()) {
            return errors.getGlobalErrors();
        }
        return expression.equals("*") ? errors.getAllErrors() : errors.getFieldErrors(expression);
    }

    private static String code(ObjectError error) {
        String code = error.getCode();
        return code == null ? "" : code;
    }

    /** What was typed when it could not be converted, else the property. */
    private static @Nullable Object rawValue(String expression, Errors errors) {
        FieldError error = errors.getFieldError(expression);
        if (error != null && error.isBindingFailure()) {
            return error.getRejectedValue();
        }
        // Of an object that could not be made, there is what was typed.
        return errors instanceof BindingResult result && result.getTarget() != null
                ? result.getRawFieldValue(expression)
                : errors.getFieldValue(expression);
    }

    /** The elements of a collection or array, the keys of a map, or null for one value. */
    static @Nullable List<?> several(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return Arrays.asList(collection.toArray());
        }
        if (value instanceof Map<?, ?> map) {
            return Arrays.asList(map.keySet().toArray());
        }
        return value != null && value.getClass().isArray() ? Arrays.asList(ObjectUtils.toObjectArray(value)) : null;
    }
}
