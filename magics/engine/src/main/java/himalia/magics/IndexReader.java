package himalia.magics;

import com.google.gson.stream.JsonReader;
import himalia.magics.spi.MagicDescription;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an index of magics. Token by token, which every version of Gson can: a user may have put an old one, which knows
 * no records, before ours.
 */
final class IndexReader {
    private final JsonReader json;

    IndexReader(Reader text) {
        json = new JsonReader(text);
    }

    List<MagicEntry> entries() throws IOException {
        var entries = new ArrayList<MagicEntry>();
        json.beginArray();
        while (json.hasNext()) {
            entries.add(entry());
        }
        json.endArray();
        return entries;
    }

    private MagicEntry entry() throws IOException {
        var texts = new HashMap<String, String>();
        var parameters = new HashMap<String, List<MagicDescription.Parameter>>();
        json.beginObject();
        while (json.hasNext()) {
            var name = json.nextName();
            switch (name) {
                case "options", "positionals" -> parameters.put(name, parameters());
                default -> texts.put(name, json.nextString());
            }
        }
        json.endObject();
        var description =
                new MagicDescription(
                        text(texts, "name"),
                        MagicDescription.Kind.valueOf(text(texts, "kind")),
                        text(texts, "returnType"),
                        text(texts, "summary"),
                        text(texts, "help"),
                        parameters.getOrDefault("options", List.of()),
                        parameters.getOrDefault("positionals", List.of()));
        return new MagicEntry(text(texts, "class"), description);
    }

    private List<MagicDescription.Parameter> parameters() throws IOException {
        var parameters = new ArrayList<MagicDescription.Parameter>();
        json.beginArray();
        while (json.hasNext()) {
            parameters.add(parameter());
        }
        json.endArray();
        return parameters;
    }

    private MagicDescription.Parameter parameter() throws IOException {
        var flags = new HashMap<String, Boolean>();
        var lists = new HashMap<String, List<String>>();
        var description = "";
        json.beginObject();
        while (json.hasNext()) {
            var name = json.nextName();
            switch (name) {
                case "names", "candidates" -> lists.put(name, texts());
                case "description" -> description = json.nextString();
                default -> flags.put(name, json.nextBoolean());
            }
        }
        json.endObject();
        return new MagicDescription.Parameter(
                lists.getOrDefault("names", List.of()),
                flags.getOrDefault("expression", false),
                flags.getOrDefault("takesValue", false),
                flags.getOrDefault("many", false),
                description,
                lists.getOrDefault("candidates", List.of()));
    }

    private List<String> texts() throws IOException {
        var texts = new ArrayList<String>();
        json.beginArray();
        while (json.hasNext()) {
            texts.add(json.nextString());
        }
        json.endArray();
        return texts;
    }

    private static String text(Map<String, String> texts, String name) {
        return texts.getOrDefault(name, "");
    }
}
