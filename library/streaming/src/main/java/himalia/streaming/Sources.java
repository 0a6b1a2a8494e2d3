package himalia.streaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.apache.flink.connector.datagen.functions.FromElementsGeneratorFunction;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The sources of streams, which are Flink's own but for the tail of a file. */
final class Sources {
    private static final String SEPARATORS = ",;\t|";

    private Sources() {}

    static <T> EventSource<T> replay(List<T> given) {
        var events = Collections.unmodifiableList(new ArrayList<>(given));
        int none = events.indexOf(null);
        if (none >= 0) {
            throw new IllegalArgumentException(
                    "event %d is null, and a stream has no nulls; events.stream().filter(Objects::nonNull).toList() leaves them out"
                            .formatted(none));
        }
        var type = type(events);
        return EventSource.of(wanted -> environment -> replayed(events, type, wanted, environment));
    }

    private static <T> DataStream<T> replayed(
            List<T> events,
            TypeInformation<T> type,
            EventSource<T> wanted,
            StreamExecutionEnvironment environment) {
        var elements = new FromElementsGeneratorFunction<>(type, environment.getConfig(), events);
        var time = wanted.time();
        if (time == null || wanted.speed() == 0) {
            return opened(
                    elements,
                    events.size(),
                    RateLimiterStrategy.noOp(),
                    type,
                    "replay",
                    environment);
        }
        var paced = PacedReplay.of(elements, events, time, wanted.speed());
        return opened(paced, events.size(), paced, type, "replay", environment);
    }

    private static <T> DataStream<T> opened(
            GeneratorFunction<Long, T> function,
            long count,
            RateLimiterStrategy<?> pace,
            TypeInformation<T> type,
            String name,
            StreamExecutionEnvironment environment) {
        var source = new DataGeneratorSource<>(function, count, pace, type);
        return environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), name)
                .setParallelism(1);
    }

    @SuppressWarnings("unchecked")
    private static <T> TypeInformation<T> type(List<T> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("there are no events to replay");
        }
        var type = events.get(0).getClass();
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).getClass() != type) {
                throw new IllegalArgumentException(
                        "events must be of one class: event 0 is a %s, and event %d a %s"
                                .formatted(
                                        type.getSimpleName(),
                                        i,
                                        events.get(i).getClass().getSimpleName()));
            }
        }
        return (TypeInformation<T>) TypeExtractor.getForObject(events.get(0));
    }

    static <T> EventSource<T> generate(double perSecond, GeneratorFunction<Long, T> event) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("perSecond must be above 0, got " + perSecond);
        }
        TypeInformation<T> type =
                TypeExtractor.getUnaryOperatorReturnType(
                        event,
                        GeneratorFunction.class,
                        0,
                        1,
                        TypeExtractor.NO_INDEX,
                        Types.LONG,
                        "generate",
                        false);
        return EventSource.of(
                wanted ->
                        environment ->
                                environment
                                        .fromSource(
                                                new Endless<>(event, perSecond, type),
                                                WatermarkStrategy.noWatermarks(),
                                                "generate")
                                        .setParallelism(1));
    }

    /** Flink's source ends after so many events; where they are all that there are numbers for, nobody waits for that. */
    private static final class Endless<T> extends DataGeneratorSource<T> {
        private static final long serialVersionUID = 1;

        Endless(GeneratorFunction<Long, T> event, double perSecond, TypeInformation<T> type) {
            super(event, Long.MAX_VALUE, RateLimiterStrategy.perSecond(perSecond), type);
        }

        @Override
        public Boundedness getBoundedness() {
            return Boundedness.CONTINUOUS_UNBOUNDED;
        }
    }

    static <T extends Record> EventSource<T> tail(Path file, Class<T> type) {
        var first = firstLine(file);
        boolean json = first.stripLeading().startsWith("{") || first.isBlank() && isJson(file);
        char separator = separator(first);
        var header =
                json
                        ? List.<String>of()
                        : TextLines.cells(first, separator).stream().map(String::strip).toList();
        var lines = new TextLines<>(type, file.toString(), header, separator);
        return EventSource.of(
                wanted ->
                        environment ->
                                environment
                                        .addSource(
                                                new TailSource(file, !json),
                                                "tail of " + file.getFileName(),
                                                Types.STRING)
                                        .setParallelism(1)
                                        .map(lines)
                                        .returns(TypeInformation.of(type))
                                        .setParallelism(1));
    }

    private static boolean isJson(Path file) {
        return file.toString().matches("(?i).*\\.(json|jsonl|ndjson)");
    }

    /** The one of the usual separators that the header has most of. */
    private static char separator(String header) {
        char best = SEPARATORS.charAt(0);
        long most = 0;
        for (char each : SEPARATORS.toCharArray()) {
            long count = header.chars().filter(c -> c == each).count();
            if (count > most) {
                most = count;
                best = each;
            }
        }
        return best;
    }

    private static String firstLine(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "%s is a folder, and what is followed is one file; name it".formatted(file));
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "no file %s; it may be short, but must be there".formatted(file));
        }
        try (var lines = Files.lines(file)) {
            var first = lines.findFirst().orElse("").replaceFirst("^\uFEFF", "");
            if (first.isBlank() && !isJson(file)) {
                throw new IllegalArgumentException(
                        "%s is empty; the tail of a CSV file needs its header line"
                                .formatted(file));
            }
            return first;
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "%s is not written in UTF-8 (%s); write it so, as by Files.writeString(utf8, Files.readString(file, StandardCharsets.ISO_8859_1))"
                            .formatted(file, e.getCause()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static <T extends Record> EventSource<T> lines(Source<String, ?, ?> source, Class<T> type) {
        var name = source.getClass().getSimpleName();
        var names = Arrays.stream(type.getRecordComponents()).map(each -> each.getName()).toList();
        var lines = new TextLines<>(type, name, names, ',');
        return EventSource.of(
                wanted ->
                        environment ->
                                environment
                                        .fromSource(source, WatermarkStrategy.noWatermarks(), name)
                                        .filter(line -> !line.isBlank())
                                        .map(lines)
                                        .returns(TypeInformation.of(type)));
    }

    static <T extends Record> EventSource<T> socket(String host, int port, Class<T> type) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 1 to 65535, got " + port);
        }
        var names = Arrays.stream(type.getRecordComponents()).map(each -> each.getName()).toList();
        var lines = new TextLines<>(type, host + ":" + port, names, ',');
        return EventSource.of(
                wanted ->
                        environment ->
                                environment
                                        .addSource(new SocketLines(host, port), "Socket Stream")
                                        .filter(line -> !line.isBlank())
                                        .map(lines)
                                        .returns(TypeInformation.of(type)));
    }
}
