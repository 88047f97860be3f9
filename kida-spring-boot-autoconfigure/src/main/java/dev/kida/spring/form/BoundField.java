package dev.kida.spring.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code bind("user.email")} gives: a property of a form object, with what a form has to print for it. */
public final class BoundField {

    private final String path;
    private final String name;
    private final String value;
    private final @Nullable Object rawValue;
    private final List<String> errors;
    private final List<String> codes;
    private final Texts texts;

    BoundField(
            String path,
            String name,
            String value,
            @Nullable Object rawValue,
            List<String> errors,
            List<String> codes,
            Texts texts) {
        this.path = path;
        this.name = name;
        this.value = value;
        this.rawValue = rawValue;
        this.errors = List.copyOf(errors);
        this.codes = List.copyOf(codes);
        this.texts = texts;
    }

    /** The whole path, {@code user.email}. */
    public String getPath() {
        return path;
    }

    /** The name of the field in the form, {@code email}; empty for the object itself. */
    public String getName() {
        return name;
    }

    /** An id for the field. */
    public String getId() {
        return name.replace("[", "").replace("]", "");
    }

    /** The value as text: what the user typed if it was refused, else the property, formatted. */
    public String getValue() {
        return value;
    }

    /** The value as it is. */
    public @Nullable Object getRawValue() {
        return rawValue;
    }

    /** The messages of the errors. */
    public List<String> getErrors() {
        return errors;
    }

    /** The codes of the errors, the most general one of each. */
    public List<String> getCodes() {
        return codes;
    }

    /** Whether there is an error. */
    public boolean isError() {
        return !errors.isEmpty();
    }

    /** Whether the property holds several values. */
    public boolean isMultiple() {
        return BoundFields.several(rawValue) != null;
    }

    /** The label of the property: a message of the application, or its name in words. */
    public String getLabel() {
        return texts.label(path, name);
    }

    /** Whether a choice is the value, or one of the values. */
    public boolean selects(@Nullable Object candidate) {
        String shown = texts.display(candidate);
        List<?> several = BoundFields.several(rawValue);
        if (several != null) {
            return several.stream().anyMatch(one -> texts.display(one).equals(shown));
        }
        return rawValue == null ? shown.isEmpty() : shown.equals(texts.display(rawValue)) || shown.equals(value);
    }

    Texts texts() {
        return texts;
    }
}
