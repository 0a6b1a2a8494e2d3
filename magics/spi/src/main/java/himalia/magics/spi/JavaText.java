package himalia.magics.spi;

import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as Java source, for {@code %magic … --java}: what the words of the line named by what they name, all
 * else as it is made.
 *
 * <pre>{@code
 * java.of(new GradientBoosting(100, 42)) + ".fit(" + java.list(train, "y") + ")"
 *   // new GradientBoosting(100, 42).fit(people, "y")
 * }</pre>
 */
public final class JavaText {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$.]*");

    /** How many entries {@code Map.of} takes. */
    private static final int MOST_OF = 10;

    private final Path directory;
    private final ImportedNames names = new ImportedNames();
    private final Map<Object, String> sources = new IdentityHashMap<>();

    /**
     * Writes for one line.
     *
     * @param directory the folder that magics start from
     * @param words the expressions of the line, with their values
     */
    public JavaText(Path directory, List<MagicCatalog.Value> words) {
        this.directory = directory;
        for (var word : words) {
            if (word.value() != null) {
                sources.put(word.value(), word.source());
            }
        }
    }

    /**
     * Returns the expression that gives a value equal to this one.
     *
     * @throws MagicException if there is none that can be written
     */
    public String of(@Nullable Object value) {
        return of(value, Object.class);
    }

    /** Returns values as the arguments of a call. */
    public String list(@Nullable Object... values) {
        return Stream.of(values).map(this::of).collect(Collectors.joining(", "));
    }

    /** Returns how a cell names a type: short, where it need not import it. */
    public String type(Class<?> type) {
        return names.of(type);
    }

    /** Returns a file as it is found wherever the process of the cells began. */
    public String path(Path path) {
        boolean moved = !directory.toAbsolutePath().equals(Path.of("").toAbsolutePath());
        return "Path.of(" + of(String.valueOf(moved ? directory.resolve(path) : path)) + ")";
    }

    /** Returns where a file of the line lies. */
    public Path file(Path path) {
        return directory.resolve(path);
    }

    String of(@Nullable Object value, Class<?> wanted) {
        if (value == null) {
            return "null";
        }
        var literal = JavaLiterals.of(value, wanted);
        if (!literal.isEmpty()) {
            return literal;
        }
        var source = sources.get(value);
        return source == null ? made(value) : source;
    }

    /**
     * Returns the name of a value that stands in the code more than once.
     *
     * @throws MagicException if the line has an expression for it: twice, it would be evaluated twice
     */
    public String name(Object value) {
        var source = of(value);
        if (!NAME.matcher(source).matches()) {
            throw new MagicException(
                    "plain Java needs the value of '%s' twice; put it in a variable, and name that in the line"
                            .formatted(source));
        }
        return source;
    }

    private String map(Map<?, ?> map) {
        boolean many = map.size() > MOST_OF;
        var entries =
                map.entrySet().stream()
                        .map(each -> list(each.getKey(), each.getValue()))
                        .map(each -> many ? "Map.entry(" + each + ")" : each);
        return (many ? "Map.ofEntries(" : "Map.of(")
                + entries.collect(Collectors.joining(", "))
                + ")";
    }

    private String made(Object value) {
        if (value instanceof Enum<?> constant) {
            return type(constant.getDeclaringClass()) + "." + constant.name();
        }
        if (value instanceof Path path) {
            return path(path);
        }
        if (value instanceof Record settings) {
            var chain = ChainText.parts(settings);
            return chain.isEmpty()
                    ? "new " + type(value.getClass()) + RecordText.arguments(settings, this)
                    : of(chain.get(0))
                            + chain.stream()
                                    .skip(1)
                                    .map(each -> ".then(" + of(each) + ")")
                                    .collect(Collectors.joining());
        }
        if (value instanceof List<?> || value instanceof Set<?>) {
            var all = list(((Collection<?>) value).toArray());
            return (value instanceof List ? "List" : "Set") + ".of(" + all + ")";
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value.getClass().isArray()) {
            var type = value.getClass().getComponentType();
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> of(Array.get(value, i), type))
                    .collect(Collectors.joining(", ", "new " + type(type) + "[] {", "}"));
        }
        throw new MagicException(
                "a %s cannot be written as Java; put it in a variable, and name that in the line"
                        .formatted(value.getClass().getSimpleName()));
    }
}
