package himalia.streaming;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import org.apache.flink.api.common.functions.InvalidTypesException;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Says what a stream is, and how to run it: as a value it is but a plan.
 *
 * <pre>{@code
 * display(orders);   // a stream of Order, not run yet. …
 * }</pre>
 */
@SuppressWarnings("rawtypes")
public final class DataStreamRenderer implements Renderer<DataStream> {
    @Override
    public Class<DataStream> type() {
        return DataStream.class;
    }

    @Override
    public MimeBundle render(DataStream stream) {
        var type = type(stream);
        var first =
                StreamRun.endless((DataStream<?>) stream)
                        .map(
                                source ->
                                        "It has no end: Streams.collect(stream, 100) and Streams.table(stream, 100) take the first")
                        .orElse(
                                "Streams.collect(stream) and Streams.table(stream) run it to its end");
        return MimeBundle.plain(
                "a stream of %s, not run yet. %s; Streams.show(\"name\", stream) shows it as it runs."
                        .formatted(type, first));
    }

    /** Flink tells the type of what a lambda gives where somebody asks, and then it may be too late to know. */
    private static String type(DataStream<?> stream) {
        try {
            return stream.getType().getTypeClass().getSimpleName();
        } catch (InvalidTypesException e) {
            return "what Flink cannot tell from the last lambda (say it behind that, as in .returns(Order.class))";
        }
    }
}
