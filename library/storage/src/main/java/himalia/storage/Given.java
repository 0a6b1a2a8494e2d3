package himalia.storage;

/** Says which argument is null, and what it shall be. */
final class Given {
    private Given() {}

    static <T> T given(T value, String name, String wanted) {
        if (value == null) {
            throw new IllegalArgumentException("%s is null; %s".formatted(name, wanted));
        }
        return value;
    }
}
