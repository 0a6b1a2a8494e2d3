package himalia.magics.transfer;

import himalia.magics.spi.JavaText;
import himalia.model.Model;
import himalia.transfer.Transfer;
import himalia.transfer.TransferStudy;
import himalia.transfer.TransferWay;
import java.util.List;
import picocli.CommandLine.Option;

/** What is compared, and how it is trained, in the options of a line. */
final class TransferOptions {
    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "ROWS",
            defaultValue = "20,50,100",
            description = "How many rows are learnt from. Default: ${DEFAULT-VALUE}.")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--draws",
            defaultValue = "10",
            description = "How many times they are drawn. Default: ${DEFAULT-VALUE}.")
    private int draws;

    @Option(
            names = "--ways",
            split = ",",
            paramLabel = "WAY",
            description = "What is compared: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<TransferWay> ways = List.of();

    @Option(
            names = "--epochs",
            defaultValue = "60",
            description = "How often every row is seen. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "RATE",
            description =
                    "How far a step of each layer goes where all are tuned, the new last one's"
                            + " included; 0 freezes. Default: 0.01 of the last, and each before it 2.6"
                            + " times less.")
    private List<Double> rates = List.of();

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Makes two runs agree. Default: ${DEFAULT-VALUE}.")
    private long seed;

    private double[] rates() {
        return rates.stream().mapToDouble(Double::doubleValue).toArray();
    }

    TransferStudy study(Model source) {
        var usual = Transfer.fineTune(source, epochs, seed);
        var tuned = rates.isEmpty() ? usual : usual.withRates(rates());
        return ways.isEmpty()
                ? new TransferStudy(tuned, sizes, draws)
                : new TransferStudy(tuned, ways, sizes, draws);
    }

    String java(JavaText java, Model source) {
        study(source);
        var tuned =
                "%s.fineTune(%s)"
                        .formatted(java.type(Transfer.class), java.list(source, epochs, seed));
        if (!rates.isEmpty()) {
            var texts = rates.stream().map(java::of).toList();
            tuned += ".withRates(" + String.join(", ", texts) + ")";
        }
        var others = ways.isEmpty() ? java.list(sizes, draws) : java.list(ways, sizes, draws);
        return "new %s(%s, %s)".formatted(java.type(TransferStudy.class), tuned, others);
    }
}
