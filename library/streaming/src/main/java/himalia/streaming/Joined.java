package himalia.streaming;

import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Events joined with a table.
 *
 * @param rows what was made of each event and the row of its key
 * @param unmatched the events whose key the table lacks
 */
public record Joined<T, V>(DataStream<V> rows, DataStream<T> unmatched) {}
