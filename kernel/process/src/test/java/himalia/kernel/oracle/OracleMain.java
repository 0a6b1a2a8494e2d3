package himalia.kernel.oracle;

import java.nio.file.Path;
import java.util.ArrayList;

/** Compares the sequences of files, and prints what differs: {@code OracleMain FILE…}, or
 * those of generated programs: {@code OracleMain --generated SEED COUNT}. */
public final class OracleMain {
    private OracleMain() {}

    public static void main(String[] files) throws Exception {
        var sequences = new ArrayList<Sequence>();
        boolean generated = files[0].equals("--generated");
        for (var file : generated ? new String[0] : files) {
            sequences.addAll(Corpus.read(Path.of(file)));
        }
        long from = System.nanoTime();
        try (var engines = new Engines();
                var kernel = new KernelSession()) {
            var differences =
                    new Differences(engines, kernel, each -> System.out.println("#### " + each));
            if (generated) {
                differences.runGenerated(Long.parseLong(files[1]), Integer.parseInt(files[2]));
            }
            differences.runAll(sequences);
            System.out.println(sequences.size() + " sequences; " + differences.summary());
        }
        System.out.println((System.nanoTime() - from) / 1_000_000 + " ms");
        System.exit(0);
    }
}
