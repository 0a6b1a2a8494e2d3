package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.FunctionTransformer;
import himalia.features.Pipeline;
import himalia.model.Model;
import himalia.model.RecordText;
import himalia.reference.ModelReference;
import himalia.sampling.FunctionSampler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** A function of a cell is code, which no model file holds. */
class SavedFunctionsTest {
    private static final Table WINE = ModelReference.table("wine");

    @Test
    void aModelBehindAFunctionThatChoseItsRowsIsSavedWithoutIt(@TempDir Path folder) {
        var trainer =
                Pipeline.of()
                        .then(FunctionSampler.of(rows -> rows.first(150)).named("early"))
                        .train(new GaussianNB());
        var model = trainer.fit(WINE, "y");
        var file = folder.resolve("a.himalia");

        model.save(file);

        assertThat(Model.load(file).predict(WINE).table().print())
                .isEqualTo(model.predict(WINE).table().print());
        assertThatThrownBy(() -> RecordText.write((Record) trainer))
                .hasMessageEndingWith(
                        " is code of this process, which no other one has: FunctionSampler[early]");
    }

    @Test
    void aModelBehindAFunctionThatItNeedsIsRefusedWithTheWaysOut(@TempDir Path folder) {
        var model =
                Pipeline.of(FunctionTransformer.of("sq", x -> x * x))
                        .train(new GaussianNB())
                        .fit(WINE, "y");

        assertThatThrownBy(() -> model.save(folder.resolve("a.himalia")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "function 'sq' is Java code, which no model file holds, and the model does not predict without it: write the model by Onnx.write, with the function's .onnx(…), or take a step that says the same, or train on columns that the function was done to before");
    }
}
