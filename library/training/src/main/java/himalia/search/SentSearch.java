package himalia.search;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import himalia.evaluation.folds.Splitter;
import himalia.model.RecordText;
import himalia.model.Trainer;
import himalia.table.TableBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The search of a trainer's settings, as another process is told of it. */
final class SentSearch {
    private static final String ALONE =
            "; search by one worker, or in threads of this process by an objective of your own: trial -> search.value(trial)";

    private SentSearch() {}

    /**
     * Writes it.
     *
     * @throws IllegalArgumentException if some part has no form that another process could read
     */
    static byte[] bytes(TrainerSearch search) {
        try {
            var head = new JsonObject();
            head.addProperty("trainer", written("trainer", search.trainer()));
            head.addProperty("splitter", written("splitter", search.splitter()));
            head.addProperty("label", search.label());
            head.addProperty("metric", search.metric());
            var text = head.toString().getBytes(StandardCharsets.UTF_8);
            var out = new ByteArrayOutputStream();
            var data = new DataOutputStream(out);
            data.writeInt(text.length);
            data.write(text);
            data.write(TableBytes.of(search.table()));
            return out.toByteArray();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + ALONE, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(String what, Object part) {
        if (part instanceof Record record) {
            return RecordText.write(record);
        }
        throw new IllegalArgumentException(
                "the %s is code of this process, which no other one has: %s"
                        .formatted(what, part.getClass().getName()));
    }

    static TrainerSearch read(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        var text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        var head = JsonParser.parseString(text).getAsJsonObject();
        return TrainerSearch.of(
                RecordText.read(head.get("trainer").getAsString(), Trainer.class),
                TableBytes.read(in.readAllBytes()),
                head.get("label").getAsString(),
                RecordText.read(head.get("splitter").getAsString(), Splitter.class),
                head.get("metric").getAsString());
    }
}
