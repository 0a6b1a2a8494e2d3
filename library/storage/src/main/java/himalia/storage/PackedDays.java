package himalia.storage;

import java.time.LocalDate;

/** Days since 1970 as Tablesaw packs them, without an object for each. */
final class PackedDays {
    private static final int DAYS_IN_400_YEARS = 146_097;

    /** From the first of March of the year 0, where the days of leap years stand last, to 1970. */
    private static final int DAYS_TO_1970 = 719_468;

    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay();

    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();

    private PackedDays() {}

    /** Returns whether a day is one of the years 1 to 9999. */
    static boolean holds(long day) {
        return day >= FIRST && day <= LAST;
    }

    /** Packs such a day; as <a href="https://howardhinnant.github.io/date_algorithms.html">Hinnant</a> finds its month. */
    static int of(long day) {
        int shifted = (int) day + DAYS_TO_1970;
        int era = shifted / DAYS_IN_400_YEARS;
        int inEra = shifted - era * DAYS_IN_400_YEARS;
        int yearOfEra = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365;
        int inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int fromMarch = (5 * inYear + 2) / 153;
        int dayOfMonth = inYear - (153 * fromMarch + 2) / 5 + 1;
        int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return year << 16 | month << 8 | dayOfMonth;
    }

    /** Returns the days since 1970 of a packed day. */
    static long epochDay(int packed) {
        int month = packed >> 8 & 0xff;
        int year = (packed >> 16) - (month <= 2 ? 1 : 0);
        int era = Math.floorDiv(year, 400);
        int yearOfEra = year - era * 400;
        int inYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + (packed & 0xff) - 1;
        int inEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + inYear;
        return (long) era * DAYS_IN_400_YEARS + inEra - DAYS_TO_1970;
    }

    /** Returns the milliseconds since 1970 of a packed day and its packed time. */
    static long epochMillis(long packed) {
        int clock = (int) packed;
        long minutes = (clock >> 24 & 0xff) * 60L + (clock >> 16 & 0xff);
        return (epochDay((int) (packed >> 32)) * 1_440 + minutes) * 60_000 + (clock & 0xffff);
    }
}
