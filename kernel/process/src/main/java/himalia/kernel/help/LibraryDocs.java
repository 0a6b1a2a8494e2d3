package himalia.kernel.help;

import himalia.kernel.java.Compiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/**
 * The documentation of what is on the class path: JShell shows the JDK's only. A jar is opened when one of its types is
 * inspected, and one file of it is parsed.
 */
public final class LibraryDocs {
    private static final int MOST_FILES = 50;
    private static final int DEEPEST = 4;
    private static final long LONGEST = 4L << 20;

    private final Compiler compiler;
    private final DocumentJars documents;
    private final Map<String, Path> jars = new HashMap<>();
    private final Map<String, Comments> files =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Comments> eldest) {
                    return size() > MOST_FILES;
                }
            };

    LibraryDocs(Compiler compiler, DocumentJars documents) {
        this.compiler = compiler;
        this.documents = documents;
    }

    /** What was found: a comment, or how to get it. */
    record Found(String comment, String advice) {}

    /** A class in a jar: its outermost one, and its name from there. */
    private record Place(Path jar, String outer, String name) {}

    /** What one file says. */
    interface Comments {
        /** Returns the comment of a type or a member, empty where there is none. */
        String comment(String type, MemberSignature of);

        /** Returns the full names of what a type extends and implements. */
        List<String> above(String type);
    }

    /** Returns what is known of a thing of a library; nothing where it is not of one. */
    Optional<Found> of(Documentation documentation) {
        var signature = MemberSignature.of(documentation.signature());
        var place = place(signature.type());
        if (place.isPresent() && signature.member().isEmpty() && isNoClass(place.get())) {
            var constant = signature.asConstant();
            return place(constant.type()).map(where -> found(where, constant));
        }
        return place.map(where -> found(where, signature));
    }

    /** Whether a name that looks like a nested class's is a constant's. */
    private static boolean isNoClass(Place place) {
        return !place.name().isEmpty()
                && !has(
                        place.jar(),
                        place.outer().replace('.', '/')
                                + "$"
                                + place.name().replace('.', '$')
                                + ".class");
    }

    private Found found(Place place, MemberSignature signature) {
        if (documents.of(place.jar()).isEmpty()) {
            return new Found("", documents.advice(place.jar()));
        }
        return new Found(comment(place, signature, 0), "");
    }

    private String comment(Place place, MemberSignature signature, int depth) {
        var file = comments(place);
        if (file.isEmpty()) {
            return "";
        }
        var name = place.outer().substring(place.outer().lastIndexOf('.') + 1);
        var type = place.name().isEmpty() ? name : name + "." + place.name();
        var comment = file.get().comment(type, signature);
        boolean inherits = comment.isBlank() || comment.contains("{@inheritDoc}");
        if (!inherits || signature.member().isEmpty() || depth == DEEPEST) {
            return comment.replace("{@inheritDoc}", "");
        }
        for (var each : file.get().above(type)) {
            var inherited =
                    place(each).map(above -> comment(above, signature, depth + 1)).orElse("");
            if (!inherited.isBlank()) {
                return comment.isBlank() ? inherited : comment.replace("{@inheritDoc}", inherited);
            }
        }
        return comment.replace("{@inheritDoc}", "");
    }

    private Optional<Comments> comments(Place place) {
        var jar = documents.of(place.jar());
        if (jar.isEmpty()) {
            return Optional.empty();
        }
        var key = jar.get() + "!" + place.outer();
        var known = files.get(key);
        if (known == null) {
            known = read(jar.get(), place.outer());
            files.put(key, known);
        }
        return Optional.of(known);
    }

    private static Comments read(Path jar, String outer) {
        var file = outer.replace('.', '/');
        var source = text(jar, file + ".java");
        if (source.isPresent()) {
            return SourceComments.read(source.get());
        }
        return new PageComments(text(jar, file + ".html").orElse(""));
    }

    private static Optional<String> text(Path jar, String file) {
        try (var zip = new ZipFile(jar.toFile())) {
            var entry = zip.getEntry(file);
            if (entry == null || entry.getSize() > LONGEST) {
                return Optional.empty();
            }
            try (var in = zip.getInputStream(entry)) {
                var bytes = in.readNBytes((int) LONGEST);
                return Optional.of(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // What cannot be read says nothing.
            return Optional.empty();
        }
    }

    private Optional<Place> place(String type) {
        var parts = type.split("\\.");
        int outer = 0;
        while (outer < parts.length - 1 && !Character.isUpperCase(parts[outer].charAt(0))) {
            outer++;
        }
        if (parts[outer].isEmpty()) {
            return Optional.empty();
        }
        var full = String.join(".", List.of(parts).subList(0, outer + 1));
        var inner = String.join(".", List.of(parts).subList(outer + 1, parts.length));
        var name = outer == 0 ? imported(full) : Optional.of(full);
        return name.filter(each -> !each.startsWith("java."))
                .flatMap(each -> jar(each).map(jar -> new Place(jar, each, inner)));
    }

    /** Returns the full name of a class as it is called where it is imported. */
    private Optional<String> imported(String simple) {
        return compiler.analysis().documentation(simple, simple.length(), false).stream()
                .map(each -> MemberSignature.of(each.signature()).type())
                .filter(name -> name.endsWith("." + simple))
                .findFirst();
    }

    private Optional<Path> jar(String className) {
        var known = jars.get(className);
        if (known != null && compiler.path().all().contains(known.toString())) {
            return Optional.of(known);
        }
        int dot = className.lastIndexOf('.');
        var file = className.replace('.', '/') + ".class";
        for (var each : compiler.path().placesOf(dot < 0 ? "" : className.substring(0, dot))) {
            var jar = Path.of(each);
            if (has(jar, file)) {
                jars.put(className, jar);
                return Optional.of(jar);
            }
        }
        return Optional.empty();
    }

    private static boolean has(Path place, String file) {
        if (Files.isDirectory(place)) {
            return Files.exists(place.resolve(file));
        }
        try (var jar = new ZipFile(place.toFile())) {
            return jar.getEntry(file) != null;
        } catch (IOException e) {
            // What cannot be read has nothing to offer.
            return false;
        }
    }
}
