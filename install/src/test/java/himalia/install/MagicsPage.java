package himalia.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page of all magics, made from the index files that the build writes from their annotations. */
final class MagicsPage {
    private static final String INDEX = "META-INF/himalia/magics.json";
    private static final String OPENING =
            """
            # Magics

            What `%name --help` says of each magic, by the module that it is in. Made from the magics' annotations by `./himalia golden`; not to be
            edited by hand.
            """;

    private MagicsPage() {}

    static String text() throws IOException {
        var page = new StringBuilder(OPENING);
        for (var module : byModule().entrySet()) {
            page.append("\n## ").append(module.getKey()).append("\n\n");
            page.append("| magic | what it does |\n| --- | --- |\n");
            for (var names : module.getValue()) {
                page.append(
                        "| %s | %s |\n"
                                .formatted(title(names), cell(text(names.get(0), "summary"))));
            }
            for (var names : module.getValue()) {
                append(page, "### " + title(names), names.get(0));
            }
        }
        return page.toString();
    }

    private static void append(StringBuilder page, String heading, JsonObject magic) {
        page.append("\n%s\n\n```text\n%s\n```\n".formatted(heading, text(magic, "help").strip()));
        for (var part : list(magic, "subcommands")) {
            if (part.isJsonObject() && !text(part.getAsJsonObject(), "help").isEmpty()) {
                var name = heading.replaceFirst("^#*", "$0#").replaceFirst("`$", "");
                append(
                        page,
                        name + " " + text(part.getAsJsonObject(), "name") + "`",
                        part.getAsJsonObject());
            }
        }
    }

    /** Returns each module's magics, and of each its entries, one a name: its own name first. */
    private static Map<String, List<List<JsonObject>>> byModule() throws IOException {
        var byClass = new TreeMap<String, List<JsonObject>>();
        for (var magic : index()) {
            byClass.computeIfAbsent(text(magic, "class"), name -> new ArrayList<>()).add(magic);
        }
        var modules = new TreeMap<String, List<List<JsonObject>>>();
        for (var entry : byClass.entrySet()) {
            var names = entry.getValue();
            names.sort(
                    Comparator.comparing((JsonObject each) -> !isOwn(each))
                            .thenComparing(each -> text(each, "name")));
            modules.computeIfAbsent(module(entry.getKey()), name -> new ArrayList<>()).add(names);
        }
        modules.values().forEach(all -> all.sort(Comparator.comparing(MagicsPage::title)));
        return new LinkedHashMap<>(modules);
    }

    /** An alias shows the help of the name that it stands for. */
    private static boolean isOwn(JsonObject magic) {
        return text(magic, "help").matches("(?s)Usage: %+" + text(magic, "name") + "\\b.*");
    }

    private static List<JsonObject> index() throws IOException {
        var magics = new ArrayList<JsonObject>();
        var files = MagicsPage.class.getClassLoader().getResources(INDEX).asIterator();
        while (files.hasNext()) {
            try (var in =
                    new InputStreamReader(files.next().openStream(), StandardCharsets.UTF_8)) {
                JsonParser.parseReader(in)
                        .getAsJsonArray()
                        .forEach(each -> magics.add(each.getAsJsonObject()));
            }
        }
        return magics;
    }

    /** Returns the module that holds a magic's source. */
    private static String module(String className) throws IOException {
        var source = "src/main/java/" + className.replace('.', '/') + ".java";
        try (var folders = Files.list(Sources.root().resolve("magics"))) {
            return folders.filter(folder -> Files.exists(folder.resolve(source)))
                    .map(folder -> folder.getFileName().toString())
                    .findFirst()
                    .orElse("elsewhere");
        }
    }

    private static String title(List<JsonObject> names) {
        return names.stream()
                .map(
                        magic ->
                                text(magic, "kind").endsWith("_BODY")
                                        ? "`%%" + text(magic, "name") + "`"
                                        : "`%" + text(magic, "name") + "`")
                .collect(Collectors.joining(", "));
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }

    private static String text(JsonObject object, String name) {
        var value = object.get(name);
        return value == null ? "" : value.getAsString();
    }

    private static Iterable<JsonElement> list(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array ? array : new JsonArray();
    }
}
