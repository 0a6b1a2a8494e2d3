package himalia.display.grid;

/** Counts as people read them: {@code 10,000,000}. The JDK's formatter takes 50 ms to start, in everybody's first table. */
final class Grouped {
    private Grouped() {}

    static String of(long count) {
        var text = new StringBuilder(Long.toString(count));
        var first = count < 0 ? 1 : 0;
        for (int place = text.length() - 3; place > first; place -= 3) {
            text.insert(place, ',');
        }
        return text.toString();
    }

    static String of(long count, String singular) {
        return of(count) + " " + singular + (count == 1 ? "" : "s");
    }
}
