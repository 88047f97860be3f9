package dev.kida.builtin;

import dev.kida.value.Numbers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A date and time to print.
 *
 * @param local what the clock shows
 * @param zone its zone, or null when the value says nothing about it
 * @param usual the zone to assume where one is needed
 */
record Moment(LocalDateTime local, @Nullable ZoneId zone, ZoneId usual) {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    /** A time alone is printed with this date. */
    private static final LocalDate NO_DATE = LocalDate.of(1900, 1, 1);

    /**
     * The moment a value stands for; numbers are seconds since the epoch.
     *
     * @param zone the zone in which points in time are shown
     * @return null for a value that is no date
     * @throws DateTimeException for a number that is out of range
     */
    static @Nullable Moment of(Object value, ZoneId zone) {
        if (value instanceof LocalDateTime dateTime) {
            return new Moment(dateTime, null, zone);
        }
        if (value instanceof LocalDate date) {
            return new Moment(date.atStartOfDay(), null, zone);
        }
        if (value instanceof ZonedDateTime dateTime) {
            return of(dateTime);
        }
        if (value instanceof OffsetDateTime dateTime) {
            return new Moment(dateTime.toLocalDateTime(), dateTime.getOffset(), zone);
        }
        if (value instanceof Instant instant) {
            return of(instant.atZone(zone));
        }
        Moment legacy = ofLegacy(value, zone);
        return legacy == null ? ofPart(value, zone) : legacy;
    }

    private static Moment of(ZonedDateTime dateTime) {
        return new Moment(dateTime.toLocalDateTime(), dateTime.getZone(), dateTime.getZone());
    }

    private static @Nullable Moment ofLegacy(Object value, ZoneId zone) {
        if (value instanceof Date date) {
            // Not toInstant(): dates and times of SQL do not support it.
            return of(Instant.ofEpochMilli(date.getTime()).atZone(zone));
        }
        if (value instanceof GregorianCalendar calendar) {
            return of(calendar.toZonedDateTime());
        }
        if (value instanceof Calendar calendar) {
            return of(calendar.toInstant().atZone(calendar.getTimeZone().toZoneId()));
        }
        return null;
    }

    private static @Nullable Moment ofPart(Object value, ZoneId zone) {
        if (value instanceof LocalTime time) {
            return new Moment(NO_DATE.atTime(time), null, zone);
        }
        if (value instanceof OffsetTime time) {
            return new Moment(NO_DATE.atTime(time.toLocalTime()), time.getOffset(), zone);
        }
        if (value instanceof YearMonth month) {
            return new Moment(month.atDay(1).atStartOfDay(), null, zone);
        }
        if (value instanceof Year year) {
            return new Moment(year.atDay(1).atStartOfDay(), null, zone);
        }
        Object number = Numbers.normalize(value);
        return number == null ? null : of(ofEpoch(number).atZone(zone));
    }

    private static Instant ofEpoch(Object seconds) {
        if (seconds instanceof Long whole) {
            return Instant.ofEpochSecond(whole);
        }
        BigDecimal exact = NumberReader.toDecimal(seconds);
        if (exact == null || exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new DateTimeException("out of range");
        }
        long whole = exact.longValue();
        long nanos = exact.subtract(BigDecimal.valueOf(whole)).multiply(NANOS).longValue();
        return Instant.ofEpochSecond(whole, nanos);
    }

    /** With a zone, for formats that need one. */
    ZonedDateTime zoned() {
        return local.atZone(zone == null ? usual : zone);
    }
}
