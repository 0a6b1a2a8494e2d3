package himalia.kernel.cells;

/** Compares types by their texts. */
final class TypeNames {
    private TypeNames() {}

    /** Returns whether two texts name one type: one that cells declared is known by its simple name. */
    static boolean same(DeclarationRegistry names, String one, String other) {
        return one.equals(other) || plain(names, one).equals(plain(names, other));
    }

    private static String plain(DeclarationRegistry names, String type) {
        var text = new StringBuilder();
        int done = 0;
        for (var word : SourceNames.of(type)) {
            var parts = word.text().split("\\.");
            text.append(type, done, word.start());
            boolean ofCell = parts.length > 2 && parts[0].equals(Cells.PACKAGE);
            if (ofCell && names.find(Entry.key(Entry.Kind.TYPE, parts[2], "")).isPresent()) {
                var live = names.find(Entry.key(Entry.Kind.TYPE, parts[2], "")).orElseThrow();
                boolean current = live.owner().equals(parts[0] + "." + parts[1]);
                text.append(
                        current ? word.text().substring(live.owner().length() + 1) : word.text());
            } else if (parts.length == 3
                    && word.text().startsWith("java.lang.")
                    && names.named(parts[2]).isEmpty()) {
                text.append(parts[2]);
            } else {
                text.append(word.text());
            }
            done = word.start() + word.text().length();
        }
        return text.append(type.substring(done)).toString().replace(" ", "");
    }
}
