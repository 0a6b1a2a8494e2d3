package himalia.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What ONNX Runtime answers when a file is run over a table's columns. */
public final class OnnxAnswers {
    private final Map<String, Object> outputs;

    private OnnxAnswers(Map<String, Object> outputs) {
        this.outputs = outputs;
    }

    /** Runs a file over all rows at once. */
    public static OnnxAnswers of(byte[] file, Table rows) throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        var inputs = new HashMap<String, OnnxTensor>();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (var session = environment.createSession(file, options)) {
                for (var input : session.getInputInfo().values()) {
                    var type = ((TensorInfo) input.getInfo()).type;
                    inputs.put(
                            input.getName(),
                            tensor(environment, type, rows.column(input.getName())));
                }
                try (var answer = session.run(inputs)) {
                    var outputs = new LinkedHashMap<String, Object>();
                    for (var each : answer) {
                        outputs.put(each.getKey(), each.getValue().getValue());
                    }
                    return new OnnxAnswers(outputs);
                }
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(
            OrtEnvironment environment, OnnxJavaType type, Column<?> column) throws OrtException {
        int rows = column.size();
        long[] shape = {rows, 1};
        if (type == OnnxJavaType.STRING) {
            var texts = new String[rows];
            for (int row = 0; row < rows; row++) {
                texts[row] = column.isMissing(row) ? "" : column.getString(row);
            }
            return OnnxTensor.createTensor(environment, texts, shape);
        }
        if (type == OnnxJavaType.INT64) {
            var moments = new long[rows];
            for (int row = 0; row < rows; row++) {
                moments[row] = column.isMissing(row) ? Long.MIN_VALUE : moment(column.get(row));
            }
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(moments), shape);
        }
        var numbers = new double[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] =
                    column.isMissing(row)
                            ? Double.NaN
                            : column instanceof BooleanColumn flags
                                    ? flags.getByte(row)
                                    : ((NumericColumn<?>) column).getDouble(row);
        }
        return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(numbers), shape);
    }

    private static long moment(Object value) {
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        if (value instanceof LocalTime time) {
            return time.toNanoOfDay() / 1000;
        }
        var instant =
                value instanceof LocalDateTime local
                        ? local.toInstant(ZoneOffset.UTC)
                        : (Instant) value;
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** Returns the names of the outputs. */
    public java.util.Set<String> names() {
        return outputs.keySet();
    }

    /** Returns an output of numbers, row by row. */
    public double[][] numbers(String output) {
        return (double[][]) outputs.get(output);
    }

    /** Returns an output of texts, row by row. */
    public String[][] texts(String output) {
        return (String[][]) outputs.get(output);
    }
}
