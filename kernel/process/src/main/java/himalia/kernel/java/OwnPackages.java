package himalia.kernel.java;

import himalia.kernel.cells.Cutter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packages that files pasted into cells say they are in: what cells declare is in none, and is imported from none. */
public final class OwnPackages {
    private static final Pattern PACKAGE = Pattern.compile("\\A\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern IMPORT =
            Pattern.compile("(?<![\\w.$])import\\s+(static\\s+)?([\\w.]+?)(\\s*\\.\\s*\\*)?\\s*;");
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|enum|record|interface)\\s+(\\w+)");

    private final Set<String> names = new HashSet<>();

    /**
     * A source without the imports of what cells declare.
     *
     * @param source with blanks in their place
     * @param notes what to say of each
     * @param types the types that they name
     */
    record Left(String source, List<String> notes, List<String> types) {}

    /** Returns the package of these of which a name is one of the types; nothing where a cell has named none such. */
    public Optional<String> of(String name) {
        return names.stream()
                .filter(each -> name.startsWith(each + "."))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
    }

    /** Returns whether a file that was pasted says that it is in this package. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /**
     * Notes the package of a source, and leaves the imports out that name what cells declare.
     *
     * @param declared the types that cells declare
     * @param elsewhere the packages of jars
     */
    Left without(String source, Predicate<String> declared, Supplier<List<String>> elsewhere) {
        if (names.isEmpty() && !source.contains("package")) {
            return new Left(source, List.of(), List.of());
        }
        var bare = Cutter.bare(source);
        var named = PACKAGE.matcher(bare);
        if (named.find()) {
            names.add(named.group(1));
        }
        var here = new HashSet<String>();
        TYPE.matcher(bare).results().forEach(each -> here.add(each.group(1)));
        var left = new StringBuilder(source);
        var notes = new ArrayList<String>();
        var types = new ArrayList<String>();
        for (var imported = IMPORT.matcher(bare); imported.find(); ) {
            note(imported, declared.or(here::contains), elsewhere)
                    .ifPresent(
                            note -> {
                                notes.add(note);
                                types.add(imported.group(2).replaceFirst(".*\\.", ""));
                                blank(left, imported.start(), imported.end());
                            });
        }
        return new Left(left.toString(), notes, types);
    }

    private Optional<String> note(
            Matcher imported, Predicate<String> declared, Supplier<List<String>> elsewhere) {
        var name = imported.group(2);
        boolean all = imported.group(3) != null;
        boolean fixed = imported.group(1) != null;
        var line =
                "the line 'import %s%s%s;' is left out: "
                        .formatted(fixed ? "static " : "", name, all ? ".*" : "");
        if (all && !fixed && names.contains(name)) {
            return Optional.of(name)
                    .filter(own -> !elsewhere.get().contains(own))
                    .map(own -> line + "what cells declare needs no import");
        }
        return of(name).filter(own -> !elsewhere.get().contains(own))
                .map(own -> name.substring(own.length() + 1))
                .filter(rest -> declared.test(rest.replaceFirst("\\..*", "")))
                .map(rest -> line + said(rest, all));
    }

    /** What is inside of a type is named by the type. */
    private static String said(String rest, boolean all) {
        var type = rest.replaceFirst("\\..*", "");
        return all || !rest.equals(type)
                ? type + " is declared in a cell; write " + rest + (all ? ".name" : "")
                : type + " is declared in a cell, and needs no import";
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
