package himalia.streaming;

import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * A stream in windows: what they say, and what came too late for them.
 *
 * @param rows a row of each key and window when the watermark closes it, and again for each late event that is still allowed
 * @param late the events that came when all their windows, and the lateness allowed to them, were over
 */
public record Windowed<T, K>(DataStream<WindowRow<K>> rows, DataStream<T> late) {}
