package himalia.featurestore;

import com.google.gson.JsonObject;

/**
 * A feature row as the store's file has it.
 *
 * @param entity its key, written by {@link EntityKeys#text}
 * @param event when it was so, and {@code created} when it was written, in nanoseconds
 * @param cells by the features' names
 */
record SavedRow(String entity, long event, long created, JsonObject cells) {}
