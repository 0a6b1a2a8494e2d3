package himalia.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The public names of what readers and authors of magics build on are listed, so that a new one is a decision. */
class ApiListTest {
    private static final Path LISTS = Sources.root().resolve("docs/api");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(himalia-[^<]+)<");

    @Test
    void everyPublicNameIsListed() throws IOException {
        var differences = new ArrayList<String>();
        var modules = modules();
        if (isWriting()) {
            Files.createDirectories(LISTS);
            for (var stale : listed()) {
                Files.delete(LISTS.resolve(stale));
            }
        }
        for (var module : modules.entrySet()) {
            var file = LISTS.resolve(module.getKey());
            var names = names(module.getValue());
            if (isWriting()) {
                Files.writeString(file, String.join("\n", names) + "\n");
            }
            var known = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            names.stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> differences.add(module.getKey() + ": new: " + name));
            known.stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> differences.add(module.getKey() + ": gone: " + name));
        }
        assertThat(differences)
                .as(
                        "public names and docs/api differ. A new name is a promise: make it package-private, or keep it, and a lost one, by './himalia golden' and a commit of the difference")
                .isEmpty();
        assertThat(listed())
                .as("lists in docs/api, one for each module; './himalia golden' deletes others")
                .containsExactlyElementsOf(modules.keySet());
    }

    private static boolean isWriting() {
        return "write".equals(System.getProperty("himalia.golden"));
    }

    private static List<String> names(Path module) throws IOException {
        var sources = module.resolve("src/main/java");
        return PublicNames.of(
                Sources.main().stream().filter(file -> file.startsWith(sources)).toList(), sources);
    }

    /** Returns the modules that others build on, by the name of their list. */
    private static TreeMap<String, Path> modules() throws IOException {
        var modules = new TreeMap<String, Path>();
        for (var parent : List.of("display", "library", "magics")) {
            try (var folders = Files.list(Sources.root().resolve(parent))) {
                for (var folder : folders.sorted().toList()) {
                    // The magics themselves are reached by their names, which docs/magics.md lists.
                    boolean isBuiltOn =
                            !parent.equals("magics")
                                    || folder.endsWith("spi")
                                    || folder.endsWith("engine");
                    if (isBuiltOn && Files.exists(folder.resolve("pom.xml"))) {
                        modules.put(artifact(folder.resolve("pom.xml")) + ".txt", folder);
                    }
                }
            }
        }
        return modules;
    }

    private static String artifact(Path pom) throws IOException {
        var text = Files.readString(pom);
        var found = ARTIFACT.matcher(text.substring(text.indexOf("</parent>")));
        if (!found.find()) {
            throw new IllegalStateException(pom + " names no artifact of ours");
        }
        return found.group(1);
    }

    private static List<String> listed() throws IOException {
        if (!Files.exists(LISTS)) {
            return List.of();
        }
        try (var files = Files.list(LISTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
