package himalia.kernel.advice;

import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.Map;
import java.util.Optional;

/** A text that is no date or time of the type that was to read it. */
final class TimeAdvice {
    private static final String TIME = "java.time.";

    private static final String PATTERN =
            " of another form say which: %s.parse(text, DateTimeFormatter.ofPattern(\"%s\")).";

    private static final Map<String, String> FORMS =
            Map.of(
                    "LocalDate",
                    "A date is read as 2024-05-31;" + PATTERN.formatted("LocalDate", "dd.MM.yyyy"),
                    "LocalTime",
                    "A time is read as 13:45;" + PATTERN.formatted("LocalTime", "HH.mm"),
                    "LocalDateTime",
                    "A date with its time is read as 2024-05-31T13:45;"
                            + PATTERN.formatted("LocalDateTime", "dd.MM.yyyy HH:mm"),
                    "Instant",
                    "A moment is read as 2024-05-31T13:45:00Z. A text without a zone gets one by LocalDateTime.parse(text).toInstant(ZoneOffset.UTC), a day alone by LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().",
                    "ZonedDateTime",
                    "A time with its zone is read as 2024-05-31T13:45+02:00[Europe/Oslo]; a text without one gets it by LocalDateTime.parse(text).atZone(ZoneId.of(\"Europe/Oslo\")).",
                    "OffsetDateTime",
                    "A time with its offset is read as 2024-05-31T13:45+02:00; a text without one gets it by LocalDateTime.parse(text).atOffset(ZoneOffset.UTC).",
                    "YearMonth",
                    "A month is read as 2024-05;" + PATTERN.formatted("YearMonth", "MM/yyyy"),
                    "Duration",
                    "A duration is read as PT1H30M, or P2D of days; Duration.ofMinutes(90) needs no text.",
                    "Period",
                    "A period is read as P1Y2M3D; Period.ofDays(3) needs no text.");

    private TimeAdvice() {}

    /** Returns how the type reads whose {@code parse} was called by the user. */
    static String of(Thrown thrown) {
        return thrown.frames().stream()
                .filter(frame -> frame.getMethodName().equals("parse"))
                .map(StackTraceElement::getClassName)
                .filter(type -> type.startsWith(TIME))
                .flatMap(
                        type ->
                                Optional.ofNullable(FORMS.get(type.substring(TIME.length())))
                                        .stream())
                .findFirst()
                .orElse(
                        "A date is read as 2024-05-31, a time as 13:45; of another form say which: LocalDate.parse(text, DateTimeFormatter.ofPattern(\"dd.MM.yyyy\")).");
    }
}
