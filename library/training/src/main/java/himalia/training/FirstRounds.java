package himalia.training;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees up to some round. XGBoost for Java cannot drop rounds, so this leaves them out of its JSON, token by token: every number
 * stays the text that it is.
 */
final class FirstRounds {
    private final JsonReader reader;
    private final JsonWriter writer;
    private final int rounds;
    private final int trees;

    private FirstRounds(JsonReader reader, JsonWriter writer, int rounds, int trees) {
        this.reader = reader;
        this.writer = writer;
        this.rounds = rounds;
        this.trees = trees;
    }

    /**
     * Returns a copy of trees without those after the first rounds.
     *
     * @param sums how many trees each round has
     */
    static Booster of(Booster booster, int rounds, int sums) throws XGBoostError {
        var json = new ByteArrayInputStream(booster.toByteArray("json"));
        var kept = new ByteArrayOutputStream();
        try (var reader = new JsonReader(new InputStreamReader(json, StandardCharsets.UTF_8));
                var writer = new JsonWriter(new OutputStreamWriter(kept, StandardCharsets.UTF_8))) {
            new FirstRounds(reader, writer, rounds, rounds * sums).copy("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return XgboostModel.trees(kept.toByteArray());
    }

    /** Copies a value, by the name that stands before it. */
    private void copy(String name) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> copyObject();
            case BEGIN_ARRAY -> copyArray(most(name));
            case STRING -> {
                var text = reader.nextString();
                writer.value(name.equals("num_trees") ? String.valueOf(trees) : text);
            }
            case BOOLEAN -> writer.value(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                writer.nullValue();
            }
            default -> writer.jsonValue(reader.nextString());
        }
    }

    private int most(String name) {
        return switch (name) {
            case "trees", "tree_info" -> trees;
            case "iteration_indptr" -> rounds + 1;
            default -> Integer.MAX_VALUE;
        };
    }

    private void copyObject() throws IOException {
        reader.beginObject();
        writer.beginObject();
        while (reader.hasNext()) {
            var name = reader.nextName();
            writer.name(name);
            copy(name);
        }
        reader.endObject();
        writer.endObject();
    }

    private void copyArray(int most) throws IOException {
        reader.beginArray();
        writer.beginArray();
        for (int i = 0; reader.hasNext(); i++) {
            if (i < most) {
                copy("");
            } else {
                reader.skipValue();
            }
        }
        reader.endArray();
        writer.endArray();
    }
}
