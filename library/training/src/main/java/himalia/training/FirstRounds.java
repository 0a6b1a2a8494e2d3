package himalia.training;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees up to some round. XGBoost for Java cannot drop rounds, so this leaves them out of its JSON, token by token: every number
 * stays the text that it is. Text and copy are files: on the heap, trees would take several times what they take in XGBoost.
 */
final class FirstRounds {
    /** Under which a booster says that it holds more rounds than the best. */
    static final String UNCUT = "uncut";

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
     * Returns a copy of trees without those after the first rounds; the trees themselves where there are no others, or where there is no
     * room to leave them out, which they say then.
     *
     * @param sums how many trees each round has
     */
    static Booster of(Booster booster, int rounds, int sums) throws XGBoostError {
        return of(booster, rounds, sums, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Returns the same by files in a folder. */
    static Booster of(Booster booster, int rounds, int sums, Path folder) throws XGBoostError {
        int grown = booster.getNumBoostedRound();
        if (rounds == grown) {
            return booster;
        }
        try {
            return copied(booster, rounds, sums, folder);
        } catch (IOException | XGBoostError e) {
            // A training of hours is worth more than the rounds that it does not need.
            booster.setAttr(
                    UNCUT,
                    "kept all %d rounds, though round %d was the best for the rows that were kept aside: the others could not be left out (%s)"
                            .formatted(grown, rounds, e.getMessage()));
            return booster;
        }
    }

    private static Booster copied(Booster booster, int rounds, int sums, Path folder)
            throws XGBoostError, IOException {
        var all = Files.createTempFile(folder, "himalia-trees", ".json");
        try {
            var first = Files.createTempFile(folder, "himalia-trees", ".json");
            try {
                booster.saveModel(all.toString());
                copy(all, first, rounds, sums);
                return XGBoost.loadModel(first.toString());
            } finally {
                Files.deleteIfExists(first);
            }
        } finally {
            Files.deleteIfExists(all);
        }
    }

    private static void copy(Path all, Path first, int rounds, int sums) throws IOException {
        try (var reader = new JsonReader(Files.newBufferedReader(all));
                var writer = new JsonWriter(Files.newBufferedWriter(first))) {
            new FirstRounds(reader, writer, rounds, rounds * sums).copy("");
        }
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
