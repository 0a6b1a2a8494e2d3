package himalia.onnx;

import static himalia.display.bundle.Given.given;

import java.util.List;
import java.util.stream.LongStream;

/**
 * What an operator of a graph gives: so many rows, and one column or several. What is asked of it is a node more.
 *
 * <pre>{@code
 * var graph = new OnnxGraph();
 * OnnxValue age = graph.input("age", OnnxType.NUMBER);
 * OnnxValue filled = age.isMissing().choose(graph.number(40), age);
 * OnnxValue scaled = filled.minus(40).over(12);
 * }</pre>
 *
 * <p>A missing number stays missing in all that is computed from it, and no comparison holds for it.
 */
public final class OnnxValue {
    private final OnnxGraph graph;
    private final String name;
    private final OnnxType type;
    private final int width;

    OnnxValue(OnnxGraph graph, String name, OnnxType type, int width) {
        this.graph = graph;
        this.name = name;
        this.type = type;
        this.width = width;
    }

    /** Returns the name it has in the graph. */
    String name() {
        return name;
    }

    /** Returns what it holds. */
    public OnnxType type() {
        return type;
    }

    /** Returns how many columns it has. */
    public int width() {
        return width;
    }

    /** Returns the graph it is of. */
    public OnnxGraph graph() {
        return graph;
    }

    /** Adds another one, cell by cell. */
    public OnnxValue plus(OnnxValue other) {
        return with("Add", type, other);
    }

    /** Adds a number. */
    public OnnxValue plus(double number) {
        return plus(constant(number));
    }

    /** Takes another one away. */
    public OnnxValue minus(OnnxValue other) {
        return with("Sub", type, other);
    }

    /** Takes a number away. */
    public OnnxValue minus(double number) {
        return minus(constant(number));
    }

    /** Multiplies by another one, cell by cell. */
    public OnnxValue times(OnnxValue other) {
        return with("Mul", type, other);
    }

    /** Multiplies by a number. */
    public OnnxValue times(double number) {
        return times(constant(number));
    }

    /** Divides by another one, cell by cell; whole numbers towards zero. */
    public OnnxValue over(OnnxValue other) {
        return with("Div", type, other);
    }

    /** Divides by a number; whole numbers towards zero. */
    public OnnxValue over(double number) {
        return over(constant(number));
    }

    /** Returns what a whole number has over multiples of another one; never below 0. */
    public OnnxValue modulo(long number) {
        return with("Mod", type, graph.integer(number));
    }

    /** Divides whole numbers, downwards. */
    public OnnxValue floorOver(long number) {
        return minus(modulo(number)).over(number);
    }

    /** Raises it to a power. */
    public OnnxValue power(double exponent) {
        return with("Pow", type, constant(exponent));
    }

    /** Asks an operator that has nothing but this to read, such as {@code Log}, {@code Sqrt}, {@code Abs}. */
    public OnnxValue by(String operator) {
        return graph.node(new OnnxOperator(given(operator, "operator")), type, width, this);
    }

    /** Returns where it is less than a number. */
    public OnnxValue isBelow(double number) {
        return isBelow(constant(number));
    }

    /** Returns where it is less than another one. */
    public OnnxValue isBelow(OnnxValue other) {
        return with("Less", OnnxType.TRUTH, other);
    }

    /** Returns where it is another one or more. */
    public OnnxValue isAtLeast(OnnxValue other) {
        return with("GreaterOrEqual", OnnxType.TRUTH, other);
    }

    /** Returns where it is another one. */
    public OnnxValue isEqual(OnnxValue other) {
        return with("Equal", OnnxType.TRUTH, other);
    }

    /** Returns where it is a number. */
    public OnnxValue isEqual(double number) {
        return isEqual(constant(number));
    }

    /** Returns where both hold. */
    public OnnxValue and(OnnxValue other) {
        return with("And", OnnxType.TRUTH, other);
    }

    /** Returns where one holds, or both. */
    public OnnxValue or(OnnxValue other) {
        return with("Or", OnnxType.TRUTH, other);
    }

    /** Returns one value where this holds, and another one where it does not. */
    public OnnxValue choose(OnnxValue where, OnnxValue otherwise) {
        given(where, "where");
        given(otherwise, "otherwise");
        int widest = Math.max(width, Math.max(where.width, otherwise.width));
        return graph.node(new OnnxOperator("Where"), where.type, widest, this, where, otherwise);
    }

    /** Returns where a cell is missing. */
    public OnnxValue isMissing() {
        return switch (type) {
            case NUMBER, FLOAT ->
                    graph.node(new OnnxOperator("IsNaN"), OnnxType.TRUTH, width, this);
            case INTEGER -> isEqual(graph.integer(Long.MIN_VALUE));
            case TEXT -> places(List.of(""), new long[] {1}, 0).isEqual(graph.integer(1));
            default -> throw new IllegalStateException("no " + type + " of a graph is missing");
        };
    }

    /** Returns where a number is infinite. */
    public OnnxValue isInfinite() {
        return graph.node(new OnnxOperator("IsInf"), OnnxType.TRUTH, width, this);
    }

    /** Returns texts with others behind them. */
    public OnnxValue joined(OnnxValue other) {
        return with("StringConcat", type, other);
    }

    /** Returns a whole number for each text, and another one for those that are not among them. */
    public OnnxValue places(List<String> texts, long[] numbers, long other) {
        return graph.node(
                new OnnxOperator("LabelEncoder")
                        .in(OnnxOperator.ML)
                        .with("keys_strings", given(texts, "texts"))
                        .with("values_int64s", given(numbers, "numbers"))
                        .with("default_int64", other),
                OnnxType.INTEGER,
                width,
                this);
    }

    /**
     * Returns the rows of a table whose places these whole numbers are.
     *
     * @param otherwise what the reader's message says of a place that the table does not have, which ends the run
     */
    public OnnxValue rowsOf(OnnxValue table, String otherwise) {
        return graph.nodes(
                        new OnnxOperator("Gather"),
                        given(otherwise, "otherwise"),
                        given(table, "table").type,
                        table.width,
                        1,
                        table,
                        line())
                .get(0);
    }

    /** Returns one column's cells in a line, without a second dimension. */
    public OnnxValue line() {
        return graph.node(new OnnxOperator("Reshape"), type, 1, this, graph.lengths(-1));
    }

    /** Ends the run where something holds, with a message that the reader gives, and else is what it was. */
    public OnnxValue refusing(OnnxValue where, String message) {
        var place = given(where, "where").as(OnnxType.INTEGER);
        if (type == OnnxType.TEXT) {
            return joined(place.rowsOf(graph.table(List.of("")), message));
        }
        var nothing = place.rowsOf(graph.table(new double[1]), message).as(type);
        return type == OnnxType.TRUTH ? or(nothing) : plus(nothing);
    }

    /** Returns the same as values of another type; truths become 1 and 0. */
    public OnnxValue as(OnnxType other) {
        return type == given(other, "other")
                ? this
                : graph.node(
                        new OnnxOperator("Cast").with("to", (long) other.code()),
                        other,
                        width,
                        this);
    }

    /** Returns the sum of each row. */
    public OnnxValue sum() {
        return graph.node(
                new OnnxOperator("ReduceSum").with("keepdims", 1L),
                type,
                1,
                this,
                graph.lengths(1));
    }

    /** Multiplies each row by a table. */
    public OnnxValue product(OnnxValue table) {
        return graph.node(
                new OnnxOperator("MatMul"), type, given(table, "table").width, this, table);
    }

    /**
     * Returns the least of each row, in order, and behind them their places; of those alike the first are taken.
     *
     * @param count how many
     */
    public List<OnnxValue> smallest(int count) {
        var operator = new OnnxOperator("TopK").with("axis", 1L).with("largest", 0L);
        var both = graph.nodes(operator, "", type, count, 2, this, graph.lengths(count));
        var places = new OnnxValue(graph, both.get(1).name(), OnnxType.INTEGER, count);
        return List.of(both.get(0), places);
    }

    /** Returns each column by itself. */
    public List<OnnxValue> split() {
        if (width == 1) {
            return List.of(this);
        }
        var lengths = graph.lengths(LongStream.generate(() -> 1).limit(width).toArray());
        return graph.nodes(
                new OnnxOperator("Split").with("axis", 1L), "", type, 1, width, this, lengths);
    }

    /** Puts values side by side. */
    public static OnnxValue beside(List<OnnxValue> values) {
        var first = given(values, "values").get(0);
        return values.size() == 1
                ? first
                : first.graph.node(
                        new OnnxOperator("Concat").with("axis", 1L),
                        first.type,
                        values.stream().mapToInt(OnnxValue::width).sum(),
                        values.toArray(OnnxValue[]::new));
    }

    private OnnxValue with(String operator, OnnxType gives, OnnxValue other) {
        return graph.node(
                new OnnxOperator(operator),
                gives,
                Math.max(width, given(other, "other").width),
                this,
                other);
    }

    private OnnxValue constant(double number) {
        return switch (type) {
            case INTEGER -> graph.integer((long) number);
            case FLOAT -> graph.number(number).as(OnnxType.FLOAT);
            default -> graph.number(number);
        };
    }
}
