package dev.kida.spring.boot.autoconfigure;

import dev.kida.compile.PrecompiledTemplates;
import dev.kida.spring.LibraryLoader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/** What a native image has to keep of Kida itself, and of the types of the JDK that models are full of. */
final class KidaRuntimeHints implements RuntimeHintsRegistrar {

    /** Members of these are found by name, as those of the application's types are. */
    private static final List<Class<?>> VALUES = List.of(
            String.class,
            CharSequence.class,
            Collection.class,
            List.class,
            Set.class,
            Map.class,
            Map.Entry.class,
            Integer.class,
            Long.class,
            Double.class,
            Boolean.class,
            BigDecimal.class,
            BigInteger.class,
            Enum.class,
            UUID.class,
            Locale.class,
            Currency.class,
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            ZoneId.class,
            Duration.class,
            Period.class,
            Year.class,
            YearMonth.class,
            Month.class,
            DayOfWeek.class);

    /** Classes whose own methods the engine looks up as method handles. */
    private static final List<String> LOOKED_UP = List.of(
            "dev.kida.output.Output",
            "dev.kida.value.BoundMethod",
            "dev.kida.value.HostErrors",
            "dev.kida.value.Values",
            "dev.kida.value.MemberCallSite",
            "dev.kida.output.PrintCallSite");

    KidaRuntimeHints() {}

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern(LibraryLoader.LOCATION + "**").registerPattern(PrecompiledTemplates.INDEX);
        VALUES.forEach(type -> hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS));
        LOOKED_UP.forEach(type -> hints.reflection()
                .registerType(
                        TypeReference.of(type),
                        MemberCategory.INVOKE_DECLARED_METHODS,
                        MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
    }
}
