package himalia.storage;

import java.time.LocalDate;
import java.time.YearMonth;

/** Days and times as ISO writes them, from the bytes of a text; {@link #NONE} where they are written otherwise. */
final class IsoTimes {
    static final long NONE = Long.MIN_VALUE;

    private static final int DAY_LENGTH = 10;

    private static final long MICROS_A_DAY = 86_400_000_000L;

    private static final int[] PLACES = {100_000, 10_000, 1_000, 100, 10, 1};

    private IsoTimes() {}

    /** Returns the day, {@code 2024-12-31}, counted from 1970. */
    static long day(byte[] bytes, int from, int to) {
        if (to - from != DAY_LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return NONE;
        }
        int year = 100 * two(bytes, from) + two(bytes, from + 2);
        int month = two(bytes, from + 5);
        int day = two(bytes, from + 8);
        boolean isDay =
                two(bytes, from) >= 0
                        && two(bytes, from + 2) >= 0
                        && month >= 1
                        && month <= 12
                        && day >= 1
                        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return isDay ? LocalDate.of(year, month, day).toEpochDay() : NONE;
    }

    private static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1_000_000;
    }

    /** Returns the time of a day, {@code 23:59}, {@code 23:59:59} or with up to six decimals, in microseconds. */
    static long clock(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length != 5 && length != 8 && (length < 10 || length > 15) || bytes[from + 2] != ':') {
            return NONE;
        }
        int hours = two(bytes, from);
        int minutes = two(bytes, from + 3);
        int seconds = length == 5 ? 0 : bytes[from + 5] == ':' ? two(bytes, from + 6) : -1;
        // The end of a day, 24:00, is no time of a table.
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) {
            return NONE;
        }
        long micros = 0;
        if (length > 8) {
            if (bytes[from + 8] != '.') {
                return NONE;
            }
            for (int i = 0; i < length - 9; i++) {
                int digit = bytes[from + 9 + i] - '0';
                if (digit < 0 || digit > 9) {
                    return NONE;
                }
                micros += (long) digit * PLACES[i];
            }
        }
        return ((hours * 60L + minutes) * 60 + seconds) * 1_000_000 + micros;
    }

    /** Returns the microseconds from 1970 to a day or a time of a day. */
    static long moment(byte[] bytes, int from, int to) {
        if (to - from < DAY_LENGTH) {
            return NONE;
        }
        long day = day(bytes, from, from + DAY_LENGTH);
        if (day == NONE || to - from == DAY_LENGTH) {
            return day == NONE ? NONE : day * MICROS_A_DAY;
        }
        byte between = bytes[from + DAY_LENGTH];
        if (between != 'T' && between != ' ') {
            return NONE;
        }
        long clock = clock(bytes, from + DAY_LENGTH + 1, to);
        return clock == NONE ? NONE : day * MICROS_A_DAY + clock;
    }

    /** Returns the microseconds from 1970 to a time that says that it is one of Greenwich, with a Z or +00:00. */
    static long instant(byte[] bytes, int from, int to) {
        for (var zone : new String[] {"Z", "+00:00", "+00", "+0000"}) {
            int end = to - zone.length();
            if (end - from > DAY_LENGTH && endsWith(bytes, end, zone)) {
                return moment(bytes, from, end);
            }
        }
        return NONE;
    }

    private static boolean endsWith(byte[] bytes, int from, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
