package dev.kida.builtin;

import static dev.kida.builtin.Use.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFiltersTest {

    private static final LocalDateTime MOMENT = LocalDateTime.of(2024, 3, 9, 14, 5, 7, 1_002_003);

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "%d/%m/%Y %H:%M:%S,09/03/2024 14:05:07",
                "%A %B %j %y %I%p,Saturday March 069 24 02PM",
                "%a %b %e|%-d.%-m.,Sat Mar  9|9.3.",
                "100%% %Y,100% 2024",
                "%f,001002",
                "%U %W %V %G %u %w,09 10 10 2024 6 6",
                "[%z%Z],[]",
                "%s,1709993107",
                "%F %T|%D %R|%x %X|%C%h,2024-03-09 14:05:07|03/09/24 14:05|03/09/24 14:05:07|20Mar",
                "%c|%r,Sat Mar  9 14:05:07 2024|02:05:07 PM",
                "%Q 5%,%Q 5%",
                "dd.MM.yyyy,09.03.2024",
            })
    void printsByPattern(String format, String expected) {
        assertThat(filter("date", MOMENT, format)).isEqualTo(expected);
    }

    @Test
    void takesAllKindsOfDates() {
        Instant instant = Instant.parse("2024-03-09T14:05:07Z");
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(instant.toEpochMilli());
        assertThat(filter("date", LocalDate.of(2023, 12, 1))).isEqualTo("2023-12-01");
        assertThat(filter("date", instant)).isEqualTo("2024-03-09");
        assertThat(filter("date", Date.from(instant))).isEqualTo("2024-03-09");
        assertThat(filter("date", calendar)).isEqualTo("2024-03-09");
        assertThat(filter("date", OffsetDateTime.parse("2024-03-09T14:05:07+02:00"), "%H %z"))
                .isEqualTo("14 +0200");
        assertThat(filter("date", ZonedDateTime.of(MOMENT, ZoneId.of("Europe/Paris")), "%z %Z"))
                .isEqualTo("+0100 CET");
        assertThat(filter("date", LocalTime.of(7, 8), "%H:%M")).isEqualTo("07:08");
    }

    @Test
    void numbersAreSecondsInTheZoneOfTheRender() {
        Use render = new Use();
        render.zone = ZoneId.of("Asia/Tokyo");
        assertThat(filter("date", 0L)).isEqualTo("1970-01-01");
        assertThat(filter("date", 1700000000.25, "%H:%M %f %Z")).isEqualTo("22:13 250000 UTC");
        assertThat(render.apply("date", 0L, "%H %z")).isEqualTo("09 +0900");
    }

    @Test
    void otherValuesPrintNothing() {
        Use render = new Use();
        assertThat(filter("date", null)).isEqualTo("");
        assertThat(filter("date", "2024")).isEqualTo("");
        assertThat(render.apply("date", Double.NaN)).isEqualTo("");
        assertThat(render.apply("date", 1e300)).isEqualTo("");
        assertThat(render.warnings).hasSize(2);
    }

    @Test
    void namesFollowTheLocale() {
        Use render = new Use();
        render.locale = Locale.GERMAN;
        assertThat(render.apply("date", MOMENT, "%A, %-d. %B")).isEqualTo("Samstag, 9. März");
        assertThat(render.apply("date", MOMENT, "d. MMMM")).isEqualTo("9. März");
        render.locale = Locale.ROOT;
        assertThat(render.apply("date", MOMENT, "%A %p")).isEqualTo("Saturday PM");
    }

    @Test
    void aBadPatternIsAnError() {
        assertThatThrownBy(() -> filter("date", MOMENT, "{{")).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
    }
}
