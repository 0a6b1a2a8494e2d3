package himalia.install.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.install.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Java project gets that depends on one module of the library, as Maven resolved it. */
class ModulesTest {
    @ParameterizedTest
    @CsvSource({
        "library/core, tablesaw-core, pytorch xgboost tribuo arrow duckdb avro sqlite picocli slf4j-simple",
        "library/storage, duckdb_jdbc, pytorch xgboost tribuo sqlite picocli slf4j-simple",
        "library/training, xgboost4j_2.12, pytorch-native pytorch-jni arrow duckdb sqlite picocli slf4j-simple",
        "library/experiments, sqlite-jdbc, pytorch xgboost tribuo arrow duckdb picocli slf4j-simple",
        "library/serving, gson, pytorch xgboost tribuo arrow duckdb sqlite picocli slf4j-simple",
        "library/streaming, flink-streaming-java, pytorch xgboost tribuo picocli slf4j-simple",
        "library/cluster, himalia-streaming, pytorch xgboost tribuo picocli slf4j-simple",
        "magics/engine, picocli, tablesaw pytorch xgboost arrow",
        "magics/notebook, picocli, tablesaw pytorch xgboost arrow",
    })
    void aModuleBringsWhatItIsForAndNothingElse(String module, String needed, String never)
            throws IOException {
        var jars = jars(Sources.root().resolve(module));
        assertThat(jars).anyMatch(name -> name.startsWith(needed + "-"));
        for (var word : never.split(" ")) {
            assertThat(jars).noneMatch(name -> name.startsWith(word));
        }
        assertThat(jars).noneMatch(name -> name.startsWith("himalia-kernel"));
    }

    private static List<String> jars(Path module) throws IOException {
        var path = Files.readString(module.resolve("target/runtime.classpath")).strip();
        return List.of(path.split(File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).getFileName().toString())
                .toList();
    }
}
