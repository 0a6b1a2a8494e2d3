package himalia.streaming;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** Counts the numbers of each last digit, in Flink's state. */
final class CountSoFar extends RichMapFunction<Long, String> {
    private static final long serialVersionUID = 1;

    private transient ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
        count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    }

    @Override
    public String map(Long number) throws Exception {
        long so = count.value() == null ? 1 : count.value() + 1;
        count.update(so);
        return number % 10 + ": " + so + " of " + number;
    }
}
