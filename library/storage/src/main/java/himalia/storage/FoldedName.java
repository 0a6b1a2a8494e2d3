package himalia.storage;

/** Names as DuckDB compares them: {@code City} is {@code city}, and {@code É} is another than {@code é}. */
final class FoldedName {
    private FoldedName() {}

    /** Returns a name with small letters for the large ones of ASCII. */
    static String of(String name) {
        var folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            folded.append(each >= 'A' && each <= 'Z' ? (char) (each - 'A' + 'a') : each);
        }
        return folded.toString();
    }

    /** Returns whether two are one. */
    static boolean areSame(String name, String other) {
        return of(name).equals(of(other));
    }
}
