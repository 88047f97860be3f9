package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.BoundMethod;
import dev.kida.value.Iteration;
import dev.kida.value.MemberProvider;
import dev.kida.value.SafeHtml;
import dev.kida.value.Sandbox;
import dev.kida.value.SandboxPolicy;
import dev.kida.value.TemplateFunction;
import dev.kida.value.TypeNames;
import dev.kida.value.Undefined;
import dev.kida.value.Values;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What objects that JSON does not know are written as. */
final class JsonObjects {

    private static final Object MISSING = new Object();

    private final JsonEncoder encoder;
    private final @Nullable SandboxPolicy policy;

    JsonObjects(JsonEncoder encoder, @Nullable SandboxPolicy policy) {
        this.encoder = encoder;
        this.policy = policy;
    }

    /** The items of a value that is written as an array, or null. */
    @Nullable
    Iterator<?> items(Object value) {
        // A path is iterable, too, but nobody thinks of it as a list of names.
        boolean list = Iteration.isIterable(value) && !(value instanceof Path) && !(value instanceof Undefined);
        return list ? Iteration.iterate(value) : null;
    }

    /** A map, text, number or boolean that stands for the value, or the value itself if its text is to be written. */
    @Nullable
    Object simplify(Object value) {
        if (Values.isAsync(value)) {
            throw TemplateRuntimeException.type(
                    "tojson cannot write an asynchronous value (" + TypeNames.of(value) + ")",
                    "Write 'await' before the expression");
        }
        // An encoder of the host would write more of an object than a policy allows to see.
        Object encoded = policy == null ? encoder.encode(value) : value;
        if (encoded != value) {
            return encoded;
        }
        Object content = Values.unwrap(value);
        return content != value ? content : defaultForm(value);
    }

    private Object defaultForm(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof SafeHtml || value instanceof TemplateFunction || value instanceof BoundMethod) {
            return value;
        }
        if (value instanceof MemberProvider provider) {
            return object(value, provider.memberNames());
        }
        String date = date(value);
        if (date != null) {
            return date;
        }
        Collection<String> properties = BeanProperties.of(value.getClass());
        return properties.isEmpty() ? value : object(value, properties);
    }

    private static @Nullable String date(Object value) {
        if (value instanceof LocalDateTime dateTime) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(dateTime);
        }
        if (value instanceof OffsetDateTime dateTime) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dateTime);
        }
        if (value instanceof ZonedDateTime dateTime) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dateTime);
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant().toString();
        }
        // Dates and times of SQL print themselves as such; their instant would depend on the time zone.
        boolean date = value instanceof Date && !value.getClass().getName().startsWith("java.sql.");
        return date ? Instant.ofEpochMilli(((Date) value).getTime()).toString() : null;
    }

    private Object object(Object value, Collection<String> names) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (String name : names) {
            Object member = Sandbox.find(value, name, MISSING, policy);
            if (member != MISSING && !(member instanceof BoundMethod) && !(member instanceof TemplateFunction)) {
                result.put(name, member);
            }
        }
        return result;
    }
}
