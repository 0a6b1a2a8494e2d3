package himalia.kernel.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The packages that the user imported whole. A name that one of them has is the user's choice: no default import may stand
 * before it, as an import of a single type would. Asked only where there is such an import.
 */
public final class StarImports {
    private static final Pattern STAR = Pattern.compile("\\bimport\\s+([\\w.]+)\\.\\*\\s*;");

    private static final String STAR_END = ".*";

    private final Function<String, List<String>> jarsOfPackage;
    private final Supplier<List<String>> kept;
    private final Set<String> current = new LinkedHashSet<>();
    private final Map<String, Boolean> known = new HashMap<>();

    /**
     * No imports yet.
     *
     * @param jarsOfPackage the jars and folders that may have a package
     * @param kept the imports of the cells that could be compiled, as the text after {@code import}
     */
    public StarImports(Function<String, List<String>> jarsOfPackage, Supplier<List<String>> kept) {
        this.jarsOfPackage = jarsOfPackage;
        this.kept = kept;
    }

    /** Takes the imports in a source into account until the next one; if it compiles, they are kept by others. */
    public void note(String source) {
        current.clear();
        if (source.contains("import")) {
            STAR.matcher(source).results().forEach(found -> current.add(found.group(1)));
        }
    }

    /** Forgets what was looked for in vain: jars have come. */
    public void forgetMissing() {
        known.values().removeIf(found -> !found);
    }

    /** Returns whether one of the packages has a type of this name. */
    public boolean provide(String simple) {
        var packages = new LinkedHashSet<>(current);
        for (var each : kept.get()) {
            if (each.endsWith(STAR_END) && !each.startsWith("static ")) {
                packages.add(each.substring(0, each.length() - STAR_END.length()));
            }
        }
        for (var each : packages) {
            if (known.computeIfAbsent(each + "." + simple, this::exists)) {
                return true;
            }
        }
        return false;
    }

    private boolean exists(String name) {
        var file = name.replace('.', '/') + ".class";
        if (name.startsWith("java")
                && ClassLoader.getPlatformClassLoader().getResource(file) != null) {
            return true;
        }
        var places = new ArrayList<>(jarsOfPackage.apply(name.substring(0, name.lastIndexOf('.'))));
        return places.stream().anyMatch(place -> has(Path.of(place), file));
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
