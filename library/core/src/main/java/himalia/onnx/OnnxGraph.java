package himalia.onnx;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table's columns on their way through ONNX operators: each is a value of so many rows by 1, and steps put others in
 * their place.
 *
 * <pre>{@code
 * var graph = new OnnxGraph();
 * OnnxValue age = graph.input("age", OnnxType.NUMBER);
 * graph.replace(Map.of("age", Map.of("age", age.minus(40).over(12))));
 * graph.output("scaled", graph.column("age"));
 * Files.write(Path.of("scaled.onnx"), graph.bytes());
 * }</pre>
 */
public final class OnnxGraph {
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, OnnxTensor> constants = new LinkedHashMap<>();
    private final Map<Double, OnnxValue> numbers = new HashMap<>();
    private final List<OnnxValue> inputs = new ArrayList<>();
    private final Map<String, OnnxValue> outputs = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private Map<String, OnnxValue> columns = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private int made;

    /** Begins a graph without columns. */
    public OnnxGraph() {}

    /** Adds a column that whoever runs the graph hands in, by its name. */
    public OnnxValue input(String column, OnnxType type) {
        var value = new OnnxValue(this, given(column, "column"), given(type, "type"), 1);
        take(column);
        columns.put(column, value);
        inputs.add(value);
        return value;
    }

    /**
     * Returns what a column is by now.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public OnnxValue column(String name) {
        var value = columns.get(given(name, "name"));
        if (value == null) {
            throw new IllegalArgumentException(
                    "the graph has no column '%s'; there are: %s"
                            .formatted(name, String.join(", ", columns.keySet())));
        }
        return value;
    }

    /** Returns the columns that there are, in order. */
    public Map<String, OnnxValue> columns() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Goes back to columns that there were, as a model does whose steps have changed them for itself alone. */
    public void columns(Map<String, OnnxValue> others) {
        columns = new LinkedHashMap<>(given(others, "others"));
    }

    /** Puts columns in the place of others: of each name those that stand there now, none of them if it goes. */
    public void replace(Map<String, ? extends Map<String, OnnxValue>> instead) {
        given(instead, "instead").keySet().forEach(this::column);
        var now = new LinkedHashMap<String, OnnxValue>();
        columns.forEach(
                (name, value) -> {
                    var others = instead.get(name);
                    if (others == null) {
                        now.put(name, value);
                    } else {
                        now.putAll(others);
                    }
                });
        columns = now;
    }

    /** Adds a column at the end. */
    public void add(String name, OnnxValue value) {
        columns.put(given(name, "name"), given(value, "value"));
    }

    /** Says what an output of the file is called. */
    public void output(String name, OnnxValue value) {
        take(given(name, "name"));
        nodes.add(
                new OnnxNode(
                        "to " + name,
                        "",
                        "Identity",
                        List.of(given(value, "value").name()),
                        List.of(name),
                        Map.of()));
        outputs.put(name, value);
    }

    private void take(String name) {
        if (values.contains(name) || !taken.add(name)) {
            throw new IllegalArgumentException(
                    "the graph has an input, output or value '%s' already; take another name"
                            .formatted(name));
        }
    }

    /** Adds a note of what readers of the file may want to know. */
    public void note(String key, String value) {
        notes.put(given(key, "key"), given(value, "value"));
    }

    /**
     * Adds a node.
     *
     * @param type what it gives
     * @param width how many columns that has
     */
    public OnnxValue node(OnnxOperator operator, OnnxType type, int width, OnnxValue... reads) {
        return nodes(operator, "", type, width, 1, reads).get(0);
    }

    /** Adds a node with several outputs alike. */
    List<OnnxValue> nodes(
            OnnxOperator operator,
            String name,
            OnnxType type,
            int width,
            int count,
            OnnxValue... reads) {
        var seen = LeftOut.kept(operator, reads, constants);
        var values = new ArrayList<OnnxValue>();
        for (int i = 0; i < count; i++) {
            values.add(new OnnxValue(this, next(), type, width));
        }
        nodes.add(
                new OnnxNode(
                        name.isEmpty() ? operator.name() + " " + made : name + " (" + made + ")",
                        operator.domain(),
                        operator.name(),
                        Arrays.stream(seen).map(OnnxValue::name).toList(),
                        values.stream().map(OnnxValue::name).toList(),
                        operator.attributes()));
        return values;
    }

    /** Inputs and outputs have names of their own, which no other value may have. */
    private String next() {
        var name = "value:" + made++;
        if (taken.contains(name)) {
            return next();
        }
        values.add(name);
        return name;
    }

    /** Returns one number for all rows. */
    public OnnxValue number(double value) {
        return numbers.computeIfAbsent(
                value, number -> constant(OnnxTensor.of(List.of(), number), 1));
    }

    /** Returns one whole number for all rows. */
    public OnnxValue integer(long value) {
        return constant(OnnxTensor.of(List.of(), value), 1);
    }

    /** Returns one text for all rows. */
    public OnnxValue text(String value) {
        return constant(OnnxTensor.of(List.of(), List.of(given(value, "value"))), 1);
    }

    /** Returns numbers side by side, the same in all rows. */
    public OnnxValue row(double... values) {
        given(values, "values");
        return constant(OnnxTensor.of(List.of(1L, (long) values.length), values), values.length);
    }

    /** Returns whole numbers side by side, the same in all rows. */
    public OnnxValue row(long... values) {
        given(values, "values");
        return constant(OnnxTensor.of(List.of(1L, (long) values.length), values), values.length);
    }

    /** Returns a table of numbers, row by row, to multiply by or to look up in. */
    public OnnxValue table(double[]... rows) {
        given(rows, "rows");
        int width = rows[0].length;
        var all = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, all, i * width, width);
        }
        return constant(OnnxTensor.of(List.of((long) rows.length, (long) width), all), width);
    }

    /** Returns a table of floats, row by row. */
    public OnnxValue table(float[]... rows) {
        given(rows, "rows");
        int width = rows[0].length;
        var all = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, all, i * width, width);
        }
        return constant(OnnxTensor.of(List.of((long) rows.length, (long) width), all), width);
    }

    /** Returns texts to look up, one a row. */
    public OnnxValue table(List<String> texts) {
        return constant(OnnxTensor.of(List.of((long) texts.size(), 1L), texts), 1);
    }

    /** Returns whole numbers in a line, as operators take their lengths and axes. */
    public OnnxValue lengths(long... values) {
        given(values, "values");
        return constant(OnnxTensor.of(List.of((long) values.length), values), 1);
    }

    private OnnxValue constant(OnnxTensor tensor, int width) {
        var name = next();
        constants.put(name, tensor);
        return new OnnxValue(this, name, tensor.type(), width);
    }

    /** Returns the graph as an ONNX file; constants that nothing reads are not in it. */
    public byte[] bytes() {
        var read = new HashSet<String>();
        nodes.forEach(node -> read.addAll(node.inputs()));
        var needed = new LinkedHashMap<>(constants);
        needed.keySet().retainAll(read);
        return OnnxFile.bytes(nodes, needed, inputs, outputs, notes);
    }
}
