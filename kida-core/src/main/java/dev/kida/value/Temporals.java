package dev.kida.value;

import static dev.kida.value.PortableMethod.define;

import dev.kida.error.TemplateRuntimeException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.DayOfWeek;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What dates and times offer beyond their getters: the month as a number, the day of the month, and formatting. */
final class Temporals {

    static final Map<String, PortableMethod> METHODS = new LinkedHashMap<>();

    private static final Map<String, String> GETTERS = Map.of("month", "getMonthValue", "day", "getDayOfMonth");

    static {
        define(METHODS, "strftime", "format", (self, a, context) -> strftime(self, a[0], context));
        define(METHODS, "isoformat", "", (self, a) -> self.toString());
        define(METHODS, "weekday", "", (self, a) -> dayOfWeek(self) - 1);
        define(METHODS, "isoweekday", "", (self, a) -> dayOfWeek(self));
    }

    private Temporals() {}

    /** Getters of a kind of date or time under the names that are the same on every host. */
    static Map<String, MethodHandle> properties(Class<?> type) {
        Map<String, MethodHandle> properties = new LinkedHashMap<>();
        if (type.getPackageName().equals("java.time")) {
            GETTERS.forEach((name, getter) -> {
                MethodHandle handle = find(type, getter);
                if (handle != null) {
                    properties.put(name, handle);
                }
            });
        }
        return properties;
    }

    private static @Nullable MethodHandle find(Class<?> type, String getter) {
        try {
            return MethodHandles.publicLookup().findVirtual(type, getter, MethodType.methodType(int.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    /** The same as the filter that formats dates. */
    private static @Nullable Object strftime(Object self, @Nullable Object format, CallContext context) {
        TemplateFunction filter = context.findFilter("date");
        if (filter == null) {
            throw TemplateRuntimeException.type("strftime() needs the filter 'date'");
        }
        return Calls.invoke(filter, new @Nullable Object[] {self, format}, context);
    }

    private static long dayOfWeek(Object self) {
        TemporalAccessor time = (TemporalAccessor) self;
        if (!time.isSupported(ChronoField.DAY_OF_WEEK)) {
            throw TemplateRuntimeException.type("A " + TypeNames.of(self) + " has no day of the week");
        }
        return DayOfWeek.from(time).getValue();
    }
}
