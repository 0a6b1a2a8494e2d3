package himalia.kernel.advice;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names that nothing declares here, and that mean something elsewhere: in other languages, in shells, in a class of the JDK. */
final class Elsewhere {
    /** The classes whose static methods are called as if they stood alone, because a book imported them. */
    private static final List<Class<?>> HOMES =
            List.of(
                    Math.class,
                    Collectors.class,
                    Arrays.class,
                    Collections.class,
                    Objects.class,
                    Thread.class,
                    System.class,
                    Integer.class,
                    Double.class);

    private static final String JUNIT = "org.junit.jupiter";

    private static final String DRAWN =
            "Charts draws: Charts.line(table).x(\"time\").y(\"value\"); there are scatter, bar, histogram and more.";

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("method print", "Write System.out.print(…)."),
                    Map.entry("method println", "Write System.out.println(…)."),
                    Map.entry("method printf", "Write System.out.printf(…)."),
                    Map.entry("method puts", "Write System.out.println(…)."),
                    Map.entry("method echo", "Write System.out.println(…)."),
                    Map.entry("variable console", "Write System.out.println(…)."),
                    Map.entry("variable cout", "Write System.out.println(…)."),
                    Map.entry("variable Console", "Write System.out.println(…)."),
                    Map.entry("method input", "Input.read(\"…\") asks for a line."),
                    Map.entry(
                            "method len",
                            "A text has s.length(), an array a.length, a list l.size()."),
                    Map.entry("method range", "To count write for (int i = 0; i < n; i++)."),
                    Map.entry("method str", "String.valueOf(…) makes a text of a value."),
                    Map.entry(
                            "method int",
                            "Integer.parseInt(…) makes a number of a text, (int) cuts a double down."),
                    Map.entry(
                            "method mean", "Write DoubleStream.of(…).average(), or column.mean()."),
                    Map.entry(
                            "method avg", "Write DoubleStream.of(…).average(), or column.mean()."),
                    Map.entry("method sum", "Write DoubleStream.of(…).sum(), or column.sum()."),
                    Map.entry(
                            "method sorted",
                            "list.sort(null) sorts a list, Arrays.sort(…) an array."),
                    Map.entry("method type", "value.getClass() is the type of an object."),
                    Map.entry("method dict", "Write new HashMap<>(), or Map.of(\"key\", value)."),
                    Map.entry("method list", "Write new ArrayList<>(), or List.of(…)."),
                    Map.entry("method enumerate", "To count write for (int i = 0; i < n; i++)."),
                    Map.entry("method listOf", "Write List.of(…)."),
                    Map.entry("method setOf", "Write Set.of(…)."),
                    Map.entry("method mapOf", "Write Map.of(\"key\", value)."),
                    Map.entry("method arrayOf", "Write new int[]{1, 2, 3}, or List.of(…)."),
                    Map.entry("method mutableListOf", "Write new ArrayList<>(List.of(…))."),
                    Map.entry("method mutableMapOf", "Write new HashMap<>(Map.of(…))."),
                    Map.entry("method open", "Files.readString(Path.of(\"…\")) reads a file."),
                    Map.entry(
                            "variable pd",
                            "Storage.read(\"file.csv\") reads a table; Table.create(…) makes one of columns."),
                    Map.entry("variable plt", DRAWN),
                    Map.entry("variable sns", DRAWN),
                    Map.entry(
                            "variable np",
                            "Math has the functions; DoubleStream.of(…), Arrays and column.mean() do with many numbers what NumPy does."),
                    Map.entry("variable True", "Write true."),
                    Map.entry("variable False", "Write false."),
                    Map.entry("variable None", "Write null."),
                    Map.entry("variable Null", "Write null."),
                    Map.entry("variable NULL", "Write null."),
                    Map.entry("variable nil", "Write null."),
                    Map.entry("variable undefined", "Write null."),
                    Map.entry("variable pass", "An empty block is written { }."),
                    Map.entry("variable elif", "Write else if, two words."),
                    Map.entry("class bool", "Write boolean."),
                    Map.entry("class Int", "Write int, or Integer for the object."),
                    Map.entry("class Char", "Write char, or Character for the object."),
                    Map.entry("class str", "Write String."),
                    Map.entry(
                            "class del",
                            "Java forgets by itself what nothing names any more; x = null lets go of it."),
                    Map.entry(
                            "class delete",
                            "Java forgets by itself what nothing names any more; x = null lets go of it."),
                    Map.entry("class typeof", "value.getClass() is the type of an object."),
                    Map.entry("class elif", "Write else if, two words."),
                    Map.entry(
                            "class use",
                            "Write import java.util.List; or with .* all of a package."),
                    Map.entry(
                            "class using",
                            "Write import java.util.List; or with .* all of a package."),
                    Map.entry(
                            "class from",
                            "Write import java.util.List; or with .* all of a package."),
                    Map.entry("class let", "Write var, or the type of the value."),
                    Map.entry("class val", "Write var, or final var for a value that stays."),
                    Map.entry("class auto", "Write var, or the type of the value."),
                    Map.entry("variable self", "Write this, inside a class."),
                    Map.entry("method exit", "%exit ends the session."),
                    Map.entry("method quit", "%exit ends the session."),
                    Map.entry("variable exit", "%exit ends the session."),
                    Map.entry("variable quit", "%exit ends the session."),
                    Map.entry(
                            "variable help",
                            "%lsmagic lists the magics; for help on a name write name?."),
                    Map.entry("variable pwd", "%pwd shows the folder."),
                    Map.entry(
                            "variable clear",
                            "%reset forgets all names; the outputs are cleared in the menu of the front end."));

    private static final Pattern SHELL =
            Pattern.compile("\\s*ls\\b(?!\\s*[.=(\\[]).*", Pattern.DOTALL);

    private static final Pattern ASSERTION =
            Pattern.compile(
                    "assert(Equals|True|False|Null|NotNull|Throws|ArrayEquals|Same|All)|fail");

    private Elsewhere() {}

    /** Returns what it is in Java. */
    static Optional<String> about(String kind, String name, String source) {
        if (name.equals("ls") && SHELL.matcher(source).matches()) {
            return Optional.of("A shell command begins with !: write !ls.");
        }
        return LaterJava.name(name).or(() -> Optional.ofNullable(NAMES.get(kind + " " + name)));
    }

    /** Returns where a static method is that is called as if it stood alone. */
    static Optional<String> home(String method) {
        if (ASSERTION.matcher(method).matches()) {
            return Optional.of(
                    "It is JUnit's: "
                            + WhereToGet.library(JUNIT)
                                    .map(each -> "%maven " + each + ", then ")
                                    .orElse("")
                            + "import static org.junit.jupiter.api.Assertions.*; Java's own is assert a == b;");
        }
        return HOMES.stream()
                .filter(
                        home ->
                                Arrays.stream(home.getMethods())
                                        .anyMatch(
                                                each ->
                                                        each.getName().equals(method)
                                                                && Modifier.isStatic(
                                                                        each.getModifiers())))
                .findFirst()
                .map(
                        home ->
                                "It is a method of "
                                        + home.getSimpleName()
                                        + ": write "
                                        + written(home, method));
    }

    private static String written(Class<?> home, String method) {
        return "%s.%s(…), or above: import static %s.*;"
                .formatted(home.getSimpleName(), method, home.getName());
    }
}
