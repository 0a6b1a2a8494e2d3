package himalia.kernel.classpath;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.zip.ZipFile;

/**
 * Which classes outside themselves the class files of jars name: supertypes, signatures, and what their code calls. A cell
 * names a class of an added jar, and the compiler needs what that class is made of, which the cell never names.
 */
public final class JarReferences {
    private static final int MAGIC = 0xCAFEBABE;

    /** What stands between names in descriptors and signatures. */
    private static final String BETWEEN = ";<>()[:*+-^";

    private static final String PRIMITIVES = "BCDFIJSZV";

    private final Predicate<String> known;
    private final Map<String, Boolean> packages = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byJar = new ConcurrentHashMap<>();

    /** Keeps of the full names that it finds those whose packages are {@code known}. */
    public JarReferences(Predicate<String> known) {
        this.known = known;
    }

    /** Returns the names that class files in jars and folders refer to; a jar is read once. */
    public Set<String> of(Collection<String> jars) {
        var names = new LinkedHashSet<String>();
        jars.forEach(jar -> names.addAll(byJar.computeIfAbsent(jar, this::read)));
        return names;
    }

    private Set<String> read(String jar) {
        var seen = new HashSet<String>();
        var found = new LinkedHashSet<String>();
        try {
            if (Files.isDirectory(Path.of(jar))) {
                readFolder(Path.of(jar), seen, found);
            } else {
                readJar(jar, seen, found);
            }
        } catch (IOException e) {
            // What cannot be read can be compiled against by nobody; the compiler will say so.
        }
        return Set.copyOf(found);
    }

    private void readFolder(Path folder, Set<String> seen, Set<String> found) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".class")) {
                    try (var content = Files.newInputStream(file)) {
                        readClass(content, seen, found);
                    }
                }
            }
        }
    }

    private void readJar(String jar, Set<String> seen, Set<String> found) throws IOException {
        try (var zip = new ZipFile(jar)) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.getName().endsWith(".class")) {
                    try (var content = zip.getInputStream(entry)) {
                        readClass(content, seen, found);
                    }
                }
            }
        }
    }

    private void readClass(InputStream content, Set<String> seen, Set<String> found)
            throws IOException {
        try {
            readConstants(new DataInputStream(new BufferedInputStream(content)), seen, found);
        } catch (EOFException | UTFDataFormatException e) {
            // One broken class does not hide the others.
        }
    }

    /** Reads what holds every name that a class knows, as it is or in a descriptor or a signature. */
    private void readConstants(DataInputStream in, Set<String> seen, Set<String> found)
            throws IOException {
        if (in.readInt() != MAGIC) {
            return;
        }
        in.skipNBytes(4);
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> note(in.readUTF(), seen, found);
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    // It takes two places.
                    i++;
                }
                default -> {
                    // A form of a later JDK: what follows cannot be read.
                    return;
                }
            }
        }
    }

    /** Notes the names in a text: alone, or in a descriptor behind letters of primitive types and an L. */
    private void note(String text, Set<String> seen, Set<String> found) {
        if (text.indexOf('/') < 0 || !seen.add(text)) {
            return;
        }
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || BETWEEN.indexOf(text.charAt(i)) >= 0) {
                noteName(text.substring(start, i), found);
                start = i + 1;
            }
        }
    }

    private void noteName(String word, Set<String> found) {
        if (word.indexOf('/') <= 0) {
            return;
        }
        int bare = 0;
        while (PRIMITIVES.indexOf(word.charAt(bare)) >= 0) {
            bare++;
        }
        var name = word.charAt(bare) == 'L' ? word.substring(bare + 1) : word;
        int slash = name.lastIndexOf('/');
        if (slash > 0 && packages.computeIfAbsent(name.substring(0, slash), this::isKnown)) {
            found.add(dotted(name));
        }
    }

    private boolean isKnown(String folder) {
        return known.test(dotted(folder));
    }

    private static String dotted(String name) {
        return name.replace('/', '.').replace('$', '.');
    }
}
