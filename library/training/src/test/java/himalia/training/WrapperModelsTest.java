package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.TrainedModel;
import himalia.model.Model;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A model around another one hands on all that the other one can. */
class WrapperModelsTest {
    /** These ask the other methods. */
    private static final Set<String> OF_OTHERS = Set.of("classes", "save");

    @Test
    void nothingThatAModelCanIsForgotten() throws Exception {
        var wrappers =
                List.of(
                        TrainedModel.class,
                        ClassWeightedModel.class,
                        Class.forName("himalia.features.PipelineModel"));
        for (var wrapper : wrappers) {
            assertThat(Arrays.stream(wrapper.getDeclaredMethods()).map(Method::getName))
                    .as(wrapper.getName())
                    .containsAll(
                            Arrays.stream(Model.class.getMethods())
                                    .filter(Method::isDefault)
                                    .map(Method::getName)
                                    .filter(name -> !OF_OTHERS.contains(name))
                                    .toList());
        }
    }

    @Test
    void aJudgedModelHasTheFormsOfItsModel() throws Exception {
        try (var model =
                TrainedModel.of(new LogisticRegression(1.0), heldOut("iris", false), "y")) {
            WrittenModels.assertSameByOnnx(model, heldOut("iris", true));
            WrittenModels.assertSameBySql(model, heldOut("iris", true));
        }
    }
}
