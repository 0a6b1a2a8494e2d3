package himalia.kernel.java;

import himalia.kernel.cells.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * What a cell may name without importing it. Nothing of it is evaluated at the start, because each evaluated import
 * slows every later cell: a name is imported alone, when a cell first uses it.
 */
final class DefaultImports {
    private static final String FILE = "default-imports.txt";

    private final List<String> packages = new ArrayList<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, String> members = new LinkedHashMap<>();
    private final Map<String, Optional<String>> known = new HashMap<>();

    private DefaultImports() {}

    static DefaultImports read() {
        var imports = new DefaultImports();
        try (var in = DefaultImports.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the kernel's jar");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                imports.add(line.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return imports;
    }

    private void add(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.endsWith(".*")) {
            packages.add(line.substring(0, line.length() - 2));
        } else if (line.startsWith("static ")) {
            members.put(last(line), line);
        } else {
            types.put(last(line), line);
        }
    }

    /**
     * Returns what the source needs, as the text after {@code import}.
     *
     * @param declared names that mean something else here
     */
    List<String> needed(List<Words.Word> words, Set<String> declared) {
        var needed = new ArrayList<String>();
        var local = namesDeclaredIn(words);
        for (var word : words) {
            var first = first(word.text());
            if (word.afterDot() || declared.contains(first) || local.contains(first)) {
                continue;
            }
            boolean dotted = first.length() < word.text().length();
            var found =
                    Character.isUpperCase(first.charAt(0))
                            ? type(first)
                            : word.called() && !dotted ? member(first) : Optional.<String>empty();
            found.filter(line -> !needed.contains(line)).ifPresent(needed::add);
        }
        return needed;
    }

    /** Returns the full name of a type that may be named without import. */
    Optional<String> type(String simple) {
        return known.computeIfAbsent(simple, this::find);
    }

    /** Gives the name of a static member to another one; false where the name does not mean {@code now}. */
    boolean exchange(String now, String then) {
        return members.replace(last(now), "static " + now, "static " + then);
    }

    /** Returns the types and members whose names begin so: name to full name. */
    Map<String, String> startingWith(String prefix) {
        var found = new TreeMap<String, String>();
        types.forEach((name, full) -> addIf(found, prefix, name, full));
        members.forEach((name, full) -> addIf(found, prefix, name, full));
        return found;
    }

    private static void addIf(Map<String, String> found, String prefix, String name, String full) {
        if (name.startsWith(prefix)) {
            found.put(name, full);
        }
    }

    private Optional<String> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    private Optional<String> find(String simple) {
        var ours = types.get(simple);
        if (ours != null) {
            return Optional.of(ours);
        }
        for (var each : packages) {
            var file = each.replace('.', '/') + "/" + simple + ".class";
            if (isPublic(file)) {
                return Optional.of(each + "." + simple);
            }
        }
        return Optional.empty();
    }

    /** A class that only its package sees is nothing that a cell can name. */
    private static boolean isPublic(String file) {
        try (var in = ClassLoader.getSystemResourceAsStream(file)) {
            return in != null
                    && (new ClassReader(in.readAllBytes()).getAccess() & Opcodes.ACC_PUBLIC) != 0;
        } catch (IllegalArgumentException e) {
            // A class file of a later form: nobody else has such here, so it is the JDK's own.
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> namesDeclaredIn(List<Words.Word> words) {
        var names = new ArrayList<String>();
        for (var word : words) {
            switch (word.before()) {
                case "class", "interface", "enum", "record" -> names.add(word.text());
                case "import" -> names.add(last(word.text()));
                default -> {
                    if (word.before().equals("static") && word.text().contains(".")) {
                        names.add(last(word.text()));
                    }
                }
            }
        }
        return names;
    }

    private static String first(String dotted) {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    private static String last(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }
}
