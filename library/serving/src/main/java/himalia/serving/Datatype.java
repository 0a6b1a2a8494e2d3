package himalia.serving;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import himalia.model.Feature;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The protocol's types of tensors, and how their cells become numbers. {@code null} is a missing value. */
enum Datatype {
    BOOL(0, false),
    UINT8(8, false),
    UINT16(16, false),
    UINT32(32, false),
    UINT64(64, false),
    INT8(8, true),
    INT16(16, true),
    INT32(32, true),
    INT64(64, true),
    FP16(0, true),
    FP32(0, true),
    FP64(0, true),
    BYTES(0, true);

    private final int bits;
    private final boolean isSigned;

    Datatype(int bits, boolean isSigned) {
        this.bits = bits;
        this.isSigned = isSigned;
    }

    /** Returns the type that the model's own cells have. */
    static Datatype of(Feature feature) {
        return switch (feature.type()) {
            case NUMBER -> FP64;
            case WHOLE_NUMBER -> INT32;
            case LONG_NUMBER -> INT64;
            case BOOLEAN -> BOOL;
            case CATEGORY, TEXT, DATE, TIME, DATE_TIME, INSTANT -> BYTES;
            case TENSOR -> FP32;
        };
    }

    static Datatype named(String input, String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.bad(
                                        "input '%s' has datatype '%s'; there are: %s"
                                                .formatted(input, name, all())));
    }

    double read(String input, int place, JsonElement cell) {
        if (cell.isJsonNull()) {
            return Double.NaN;
        }
        if (!(cell instanceof JsonPrimitive value)) {
            throw refused(input, place, cell);
        }
        try {
            return switch (this) {
                case BOOL -> truth(input, place, value);
                case FP16, FP32 -> (float) number(input, place, value);
                case FP64 -> number(input, place, value);
                case BYTES -> written(input, place, value);
                default -> whole(input, place, value);
            };
        } catch (NumberFormatException e) {
            throw refused(input, place, cell);
        }
    }

    /** Reads a cell as text; an empty one is a missing value. */
    String text(String input, int place, JsonElement cell) {
        if (cell.isJsonNull()) {
            return "";
        }
        boolean isText = cell instanceof JsonPrimitive value && value.isString();
        if (this != BYTES || !isText) {
            throw Refusal.bad(
                    "value %d of input '%s' is no text; send texts as datatype BYTES"
                            .formatted(place, input));
        }
        return cell.getAsString();
    }

    private double truth(String input, int place, JsonPrimitive value) {
        if (!value.isBoolean()) {
            throw refused(input, place, value);
        }
        return value.getAsBoolean() ? 1 : 0;
    }

    private double number(String input, int place, JsonPrimitive value) {
        double number = value.isNumber() ? value.getAsDouble() : Double.NaN;
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw refused(input, place, value);
        }
        return number;
    }

    /** Texts reach models as numbers only; whoever sends numbers as texts means these. */
    private double written(String input, int place, JsonPrimitive value) {
        if (!value.isString()) {
            throw refused(input, place, value);
        }
        double number = Double.parseDouble(value.getAsString());
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw refused(input, place, value);
        }
        return number;
    }

    private double whole(String input, int place, JsonPrimitive value) {
        if (!value.isNumber() || value.getAsString().length() > 40) {
            throw refused(input, place, value);
        }
        BigInteger whole;
        try {
            whole = new BigDecimal(value.getAsString()).toBigIntegerExact();
        } catch (ArithmeticException fraction) {
            throw refused(input, place, value);
        }
        boolean fits =
                isSigned
                        ? whole.bitLength() < bits
                        : whole.signum() >= 0 && whole.bitLength() <= bits;
        if (!fits) {
            throw refused(input, place, value);
        }
        return whole.doubleValue();
    }

    private Refusal refused(String input, int place, JsonElement cell) {
        var shown = cell.toString();
        return Refusal.bad(
                "value %d of input '%s' is no %s: %s"
                        .formatted(
                                place,
                                input,
                                name(),
                                shown.length() > 40 ? shown.substring(0, 40) + "…" : shown));
    }

    private static String all() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
