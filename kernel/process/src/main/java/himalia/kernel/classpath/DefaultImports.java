package himalia.kernel.classpath;

import himalia.kernel.cells.SourceNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * What a cell may name without importing it. Nothing of it is evaluated at the start, because each evaluated import
 * slows every later cell: a name is imported alone, when a cell first uses it.
 *
 * <p>The JDK's names stand beside this class; each jar says its own, in {@code META-INF/himalia/imports.txt}: a type a line,
 * or {@code static} and a member. The build gathers those of ours in one file.
 */
public final class DefaultImports {
    private static final String OF_JDK = "jdk-imports.txt";
    private static final String OF_JAR = "META-INF/himalia/imports.txt";

    private final List<String> packages = new ArrayList<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, String> members = new LinkedHashMap<>();
    private final Map<String, Optional<String>> known = new HashMap<>();

    /** The user's jars that say something, in their order, and what of it nobody else says. */
    private final List<String> jars = new ArrayList<>();

    private final Map<String, List<String>> lines = new ConcurrentHashMap<>();
    private final Map<String, String> theirTypes = new LinkedHashMap<>();
    private final Map<String, String> theirMembers = new LinkedHashMap<>();

    private DefaultImports() {}

    /** Reads what the file says, or where it is null the jars of the class path. */
    public static DefaultImports read(@Nullable Path file) {
        var imports = new DefaultImports();
        try (var in = DefaultImports.class.getResourceAsStream(OF_JDK)) {
            if (in == null) {
                throw new IllegalStateException(OF_JDK + " is missing from the kernel's jar");
            }
            imports.addAll(in);
            if (file == null) {
                for (var each : Collections.list(ClassLoader.getSystemResources(OF_JAR))) {
                    try (var text = each.openStream()) {
                        imports.addAll(text);
                    }
                }
            } else {
                try (var text = Files.newInputStream(file)) {
                    imports.addAll(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what cells need not import", e);
        }
        return imports;
    }

    private void addAll(InputStream in) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            add(line.strip());
        }
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

    /** Has what these jars of the user's say, and nothing that others said; what is ours or the JDK's comes first. */
    public void jars(List<String> now) {
        if (jars.equals(now)) {
            return;
        }
        jars.clear();
        jars.addAll(now);
        theirTypes.clear();
        theirMembers.clear();
        for (var jar : now) {
            for (var line : lines.computeIfAbsent(jar, DefaultImports::linesOf)) {
                (line.startsWith("static ") ? theirMembers : theirTypes)
                        .putIfAbsent(last(line), line);
            }
        }
        lines.keySet().retainAll(now);
        known.clear();
    }

    /** Reads what jars say that will be there. */
    public void read(Collection<String> coming) {
        coming.forEach(jar -> lines.computeIfAbsent(jar, DefaultImports::linesOf));
    }

    private static List<String> linesOf(String jar) {
        return JarText.of(jar, OF_JAR)
                .lines()
                .map(String::strip)
                .filter(line -> line.indexOf('.') > 0 && !line.startsWith("#"))
                .filter(line -> !line.endsWith("*"))
                .toList();
    }

    /**
     * Returns what the source needs, as the text after {@code import}.
     *
     * @param declared names that mean something else here
     */
    public List<String> needed(List<SourceNames.Word> words, Set<String> declared) {
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
    public Optional<String> type(String simple) {
        return known.computeIfAbsent(simple, this::find);
    }

    /** Gives the name of a static member to another one; false where the name does not mean {@code now}. */
    public boolean exchange(String now, String then) {
        return members.replace(last(now), "static " + now, "static " + then);
    }

    /** Returns the types and members whose names begin so: name to full name. */
    public Map<String, String> startingWith(String prefix) {
        var found = new TreeMap<String, String>();
        types.forEach((name, full) -> addIf(found, prefix, name, full));
        members.forEach((name, full) -> addIf(found, prefix, name, full));
        theirTypes.forEach((name, full) -> addIf(found, prefix, name, full));
        theirMembers.forEach((name, full) -> addIf(found, prefix, name, full));
        return found;
    }

    private static void addIf(Map<String, String> found, String prefix, String name, String full) {
        if (name.startsWith(prefix)) {
            found.putIfAbsent(name, full);
        }
    }

    private Optional<String> member(String name) {
        return Optional.ofNullable(members.getOrDefault(name, theirMembers.get(name)));
    }

    private Optional<String> find(String simple) {
        var ours = types.get(simple);
        if (ours != null) {
            return Optional.of(ours);
        }
        if (isOfLanguage(simple)) {
            // Every cell names some, and all jars are asked before a package has not got it.
            return Optional.ofNullable(theirTypes.get(simple));
        }
        for (var each : packages) {
            var file = each.replace('.', '/') + "/" + simple + ".class";
            if (isPublic(file)) {
                return Optional.of(each + "." + simple);
            }
        }
        return Optional.ofNullable(theirTypes.get(simple));
    }

    private static boolean isOfLanguage(String simple) {
        try {
            var type = Class.forName("java.lang." + simple, false, null);
            return Modifier.isPublic(type.getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
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

    private static List<String> namesDeclaredIn(List<SourceNames.Word> words) {
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
