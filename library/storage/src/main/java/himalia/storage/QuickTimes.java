package himalia.storage;

/**
 * Days and times as ISO writes them, from bytes to what Tablesaw keeps: {@code 2024-05-17}, {@code 2024-05-17T08:30},
 * {@code 2024-05-17 08:30:15.25}, and the same with Greenwich's {@code Z} or {@code +00:00}.
 */
final class QuickTimes {
    private static final int DAY_LENGTH = 10;

    private static final int MINUTES_LENGTH = 16;

    private QuickTimes() {}

    /** Returns what all of the bytes can be read as. */
    static int form(byte[] bytes, int from, int to) {
        if (to - from < DAY_LENGTH || day(bytes, from) < 0) {
            return QuickForm.UNSURE;
        }
        if (to - from == DAY_LENGTH) {
            return QuickForm.DAY | QuickForm.MOMENT;
        }
        int end = to - from < MINUTES_LENGTH ? -1 : end(bytes, from, to);
        if (end == to) {
            return QuickForm.MOMENT;
        }
        return end > 0 && isGreenwich(bytes, end, to) ? QuickForm.INSTANT : QuickForm.UNSURE;
    }

    static boolean isGreenwich(byte[] bytes, int from, int to) {
        return to - from == 1 && bytes[from] == 'Z'
                || to - from == 6
                        && bytes[from] == '+'
                        && bytes[from + 1] == '0'
                        && bytes[from + 2] == '0'
                        && bytes[from + 3] == ':'
                        && bytes[from + 4] == '0'
                        && bytes[from + 5] == '0';
    }

    /** Returns the day that ten bytes are, as Tablesaw packs it, or -1. */
    static int day(byte[] bytes, int from) {
        if (bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return -1;
        }
        int century = two(bytes, from);
        int year = two(bytes, from + 2);
        int month = two(bytes, from + 5);
        int day = two(bytes, from + 8);
        if ((century | year | month | day) < 0
                || !QuickForm.isDay(century * 100 + year, month, day)) {
            return -1;
        }
        return (century * 100 + year) << 16 | month << 8 | day;
    }

    /** Returns where a day's clock ends, at the end of the bytes at the latest; -1 if there is none. */
    private static int end(byte[] bytes, int from, int to) {
        var padded = new byte[to - from + 16];
        System.arraycopy(bytes, from, padded, 0, to - from);
        int end = clockEnd(padded, DAY_LENGTH);
        return end < 0 ? -1 : from + end;
    }

    /**
     * Returns where {@code T08:30}, {@code T08:30:15} or {@code T08:30:15.250} ends that begins here, or -1. There are 16
     * bytes more than the text has.
     */
    static int clockEnd(byte[] bytes, int from) {
        if (bytes[from] != 'T' && bytes[from] != ' ' || bytes[from + 3] != ':') {
            return -1;
        }
        int hour = two(bytes, from + 1);
        int minute = two(bytes, from + 4);
        if ((hour | minute) < 0 || hour > 23 || minute > 59) {
            return -1;
        }
        if (bytes[from + 6] != ':') {
            return from + 6;
        }
        int second = two(bytes, from + 7);
        if (second < 0 || second > 59) {
            return -1;
        }
        if (bytes[from + 9] != '.') {
            return from + 9;
        }
        int end = from + 10;
        while (end < from + 13 && QuickForm.isDigit(bytes[end])) {
            end++;
        }
        return end == from + 10 || QuickForm.isDigit(bytes[end]) ? -1 : end;
    }

    /** Returns the time between a {@code T} and where it ends, as Tablesaw packs it. */
    static int clock(byte[] bytes, int from, int end) {
        int millis = end >= from + 9 ? two(bytes, from + 7) * 1_000 : 0;
        int worth = 100;
        for (int i = from + 10; i < end; i++) {
            millis += (bytes[i] - '0') * worth;
            worth /= 10;
        }
        return two(bytes, from + 1) << 24 | two(bytes, from + 4) << 16 | millis;
    }

    /** Returns the number that two digits are, or one below 0. */
    private static int two(byte[] bytes, int from) {
        int tens = bytes[from] - '0';
        int ones = bytes[from + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
