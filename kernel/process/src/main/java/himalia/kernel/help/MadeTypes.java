package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.DeclarationRegistry;
import himalia.kernel.cells.Entry;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which types have objects that {@code Type::new} makes, as far as that is certain: those of cells and the JDK's. */
final class MadeTypes {
    /** A class or record. */
    private static final String DECLARED = "\\b(class|record)\\s+%s\\b";

    private final DeclarationRegistry cells;
    private final JdkMembers jdk;

    MadeTypes(DeclarationRegistry cells, JdkMembers jdk) {
        this.cells = cells;
        this.jdk = jdk;
    }

    /**
     * Whether a type is one of them.
     *
     * @param written the type as it is written in code
     */
    boolean has(String written, String code) {
        if (written.endsWith("]")) {
            return true;
        }
        var type = written.replaceFirst("<.*>", "");
        return sources(type, code)
                .flatMap(each -> declared(type, each).stream())
                .findFirst()
                .orElseGet(() -> jdk.isMade(type));
    }

    /** Whether an interface stands in a type, of which an object is made by a body. */
    boolean isInterface(String type, String name, String code) {
        var head = Pattern.compile("\\binterface\\s+%s\\b".formatted(name));
        return sources(type, code).anyMatch(each -> head.matcher(each).find())
                || jdk.isInterface(type, name);
    }

    /** What may declare a type of a cell. */
    private Stream<String> sources(String type, String code) {
        var outermost = type.replaceFirst("\\..*", "");
        return Stream.concat(Stream.of(code), cells.named(outermost).stream().map(Entry::source))
                .map(Cutter::bare);
    }

    /** Says whether one that a source declares is made by its name; nothing where it declares none of it. */
    private static Optional<Boolean> declared(String type, String source) {
        int dot = type.lastIndexOf('.') + 1;
        var head = Pattern.compile(DECLARED.formatted(type.substring(dot))).matcher(source);
        if (!head.find()) {
            return Optional.empty();
        }
        var before = wordsBefore(source, head.start());
        // One that stands in another is made of an object of that.
        boolean isInner = dot > 0 && head.group(1).equals("class") && !hasWord(before, "static");
        return Optional.of(!isInner && !hasWord(before, "abstract"));
    }

    /** What stands between the last statement or bracket and a place. */
    private static String wordsBefore(String source, int end) {
        int from = end;
        while (from > 0 && ";{}()".indexOf(source.charAt(from - 1)) < 0) {
            from--;
        }
        return source.substring(from, end);
    }

    private static boolean hasWord(String words, String word) {
        return Pattern.compile("\\b" + word + "\\b").matcher(words).find();
    }
}
