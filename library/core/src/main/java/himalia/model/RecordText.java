package himalia.model;

import static himalia.display.bundle.Given.given;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * Settings of trainers, steps, samplers and splitters as a text, for another process; JSON, as in model files.
 *
 * <pre>{@code
 * var text = RecordText.write(new KFold(5, true, 42));
 * Splitter splitter = RecordText.read(text, Splitter.class);
 * }</pre>
 */
public final class RecordText {
    private RecordText() {}

    /**
     * Writes a record of settings.
     *
     * @throws IllegalArgumentException if no {@link SavedTypes} names it, or it holds what has no form in a text, such as a lambda
     */
    public static String write(Record settings) {
        var writer = new RecordWriter(SavedRegistry.current(), false);
        var json = writer.write(given(settings, "settings"), Record.class, "the settings");
        if (!writer.files().isEmpty()) {
            throw new IllegalArgumentException(
                    "%s holds bytes, which have no form in a text"
                            .formatted(settings.getClass().getSimpleName()));
        }
        return new GsonBuilder().disableHtmlEscaping().create().toJson(json);
    }

    /**
     * Makes the record again.
     *
     * @param type what it is to be
     * @throws IllegalArgumentException if it is no such text, another thing, or of a jar that is not here
     */
    public static <T> T read(String text, Class<T> type) {
        given(type, "type");
        try {
            var json = JsonParser.parseString(given(text, "text"));
            var reader =
                    new RecordReader(
                            SavedRegistry.current(),
                            name -> {
                                throw new IllegalArgumentException("a text has no files");
                            });
            return type.cast(reader.read(json, type));
        } catch (JsonParseException | IllegalStateException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "these are no settings as RecordText.write writes them: " + e.getMessage(), e);
        }
    }
}
