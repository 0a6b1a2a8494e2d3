package himalia.serving;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import himalia.display.bundle.Display;
import himalia.model.Model;
import himalia.training.GradientBoosting;
import himalia.training.LogisticRegression;
import himalia.training.MultilayerPerceptron;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

class ModelServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Model iris;
    private static Endpoint endpoint;

    @BeforeAll
    static void serve() {
        iris = new LogisticRegression(1.0).fit(heldOut("iris", false), "y");
        endpoint = new ModelServer("iris", 0).start(iris);
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    static List<Model> models() {
        var train = heldOut("breast_cancer", false);
        return List.of(
                new GradientBoosting(20, 42).fit(train, "y"),
                new LogisticRegression(1.0).fit(train, "y"),
                new MultilayerPerceptron(List.of(16), 5, 42).fit(train, "y"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theServedAnswerEqualsTheNotebooksBitForBit(Model model) {
        var test = heldOut("breast_cancer", true);
        try (model;
                var served = ModelServer.start(model, 0)) {
            var here = model.predict(test);

            assertThat(served.predict(test)).isEqualTo(here);
            for (int row = 0; row < 20; row++) {
                assertThat(served.predict(test.rows(row)).probabilities(0))
                        .containsExactly(here.probabilities(row));
            }
        }
    }

    @Test
    void missingValuesTravelAsNull() {
        var train = heldOut("breast_cancer", false);
        var test = heldOut("breast_cancer", true);
        for (int row = 0; row < test.rowCount(); row += 3) {
            test.doubleColumn(row % 3).setMissing(row);
        }
        try (var model = new GradientBoosting(20, 42).fit(train, "y");
                var served = ModelServer.start(model, 0)) {
            assertThat(served.predict(test)).isEqualTo(model.predict(test));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v2/health/live | {\"live\":true}",
                "/v2/health/ready | {\"live\":true,\"ready\":true}",
                "/v2 | {\"name\":\"himalia\",\"version\":\"2\",\"extensions\":[]}",
                "/v2/models | {\"models\":[\"iris\"]}",
                "/v2/models/iris/ready | {\"ready\":true,\"name\":\"iris\"}",
                "/v2/models/iris/versions/1/ready | {\"ready\":true,\"name\":\"iris\"}",
            })
    void itTellsHowItIs(String path, String answer) throws Exception {
        var response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).isEqualTo(answer);
    }

    @Test
    void itTellsWhatTheModelTakesAndGives() throws Exception {
        var answer = json(get("/v2/models/iris"));

        assertThat(answer.get("name").getAsString()).isEqualTo("iris");
        assertThat(answer.getAsJsonArray("versions")).hasToString("[\"1\"]");
        assertThat(answer.get("platform").getAsString()).isEqualTo("himalia_LogisticRegression");
        assertThat(answer.getAsJsonArray("inputs").get(0))
                .hasToString(
                        "{\"name\":\"sepal_length_(cm)\",\"datatype\":\"FP64\",\"shape\":[-1]}");
        assertThat(answer.getAsJsonArray("outputs"))
                .hasToString(
                        "[{\"name\":\"label\",\"datatype\":\"BYTES\",\"shape\":[-1]},"
                                + "{\"name\":\"probabilities\",\"datatype\":\"FP64\",\"shape\":[-1,3]},"
                                + "{\"name\":\"classes\",\"datatype\":\"BYTES\",\"shape\":[3]}]");
    }

    @Test
    void rowsMayBeFlatNestedOrColumnByColumn() throws Exception {
        var flat =
                infer(
                        "{\"id\":\"7\",\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[2,4],\"data\":[5.1,3.5,1.4,0.2,6.7,3.0,5.2,2.3]}]}");
        var nested =
                infer(
                        "{\"id\":\"7\",\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[2,4],\"data\":[[5.1,3.5,1.4,0.2],[6.7,3.0,5.2,2.3]]}]}");
        var names = iris.schema().featureNames();
        var columns =
                infer(
                        ("{\"id\":\"7\",\"inputs\":["
                                        + "{\"name\":\"%s\",\"datatype\":\"FP64\",\"shape\":[2],\"data\":[5.1,6.7]},"
                                        + "{\"name\":\"%s\",\"datatype\":\"BYTES\",\"shape\":[2,1],\"data\":[\"3.5\",\"3.0\"]},"
                                        + "{\"name\":\"%s\",\"datatype\":\"FP64\",\"shape\":[2],\"data\":[1.4,5.2]},"
                                        + "{\"name\":\"%s\",\"datatype\":\"FP64\",\"shape\":[2],\"data\":[0.2,2.3]}]}")
                                .formatted(names.toArray()));

        assertThat(flat.statusCode()).isEqualTo(200);
        var answer = json(flat);
        assertThat(answer.get("model_name").getAsString()).isEqualTo("iris");
        assertThat(answer.get("model_version").getAsString()).isEqualTo("1");
        assertThat(answer.get("id").getAsString()).isEqualTo("7");
        assertThat(answer.getAsJsonArray("outputs").get(0))
                .hasToString(
                        "{\"name\":\"label\",\"datatype\":\"BYTES\",\"shape\":[2],\"data\":[\"0\",\"2\"]}");
        assertThat(nested.body()).isEqualTo(flat.body());
        assertThat(columns.body()).isEqualTo(flat.body());
    }

    @Test
    void onlyTheOutputsAskedForAreSent() throws Exception {
        var answer =
                json(
                        infer(
                                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"INT32\",\"shape\":[1,4],\"data\":[5,3,1,0]}],\"outputs\":[{\"name\":\"label\"}]}"));

        assertThat(answer.has("id")).isFalse();
        assertThat(answer.getAsJsonArray("outputs")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | the request must be a JSON object",
                "{} | 'inputs' must be a JSON array",
                "{\"inputs\":[]} | 'inputs' is empty; send at least one tensor",
                "{\"inputs\":[7]} | each input must be a JSON object",
                "{\"inputs\":[{\"name\":7}]} | an input's name must be a text",
                "{\"id\":7,\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[1,4],\"data\":[1,2,3,4]}]} | 'id' must be a text",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP12\"}]} | input 'x' has datatype 'FP12'; there are: BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, FP16, FP32, FP64, BYTES",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[-1]}]} | input 'x' has shape [-1]; lengths are whole numbers from 0",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[1,1,4]}]} | input 'x' has 3 dimensions; one or two are taken: rows, or rows and columns",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[1,4]}]} | input 'x' has no data; binary tensors are not taken",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[1,4],\"data\":[1,2]}]} | input 'x' of shape [1, 4] wants 4 values, got 2",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[1,4],\"data\":[[1,2],[3,4]]}]} | the nested data of input 'x' do not have the shape [1, 4]",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[1,3],\"data\":[1,2,3]}]} | input 'x' has 3 columns, and the model takes 4: sepal_length_(cm), sepal_width_(cm), petal_length_(cm), petal_width_(cm)",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[1,4],\"data\":[1,2,\"a\",4]}]} | value 2 of input 'x' is no FP64: \"a\"",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"INT8\",\"shape\":[1,4],\"data\":[1,2,3,300]}]} | value 3 of input 'x' is no INT8: 300",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"INT8\",\"shape\":[1,4],\"data\":[-128,127,3,128]}]} | value 3 of input 'x' is no INT8: 128",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"UINT8\",\"shape\":[1,4],\"data\":[0,255,3,256]}]} | value 3 of input 'x' is no UINT8: 256",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"UINT8\",\"shape\":[1,4],\"data\":[-1,2,3,4]}]} | value 0 of input 'x' is no UINT8: -1",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"INT64\",\"shape\":[1,4],\"data\":[1.5,2,3,4]}]} | value 0 of input 'x' is no INT64: 1.5",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"BOOL\",\"shape\":[1,4],\"data\":[1,2,3,4]}]} | value 0 of input 'x' is no BOOL: 1",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"BYTES\",\"shape\":[1,4],\"data\":[\"a\",\"2\",\"3\",\"4\"]}]} | value 0 of input 'x' is no BYTES: \"a\"",
                "{\"inputs\":[{\"name\":\"sepal_length_(cm)\",\"datatype\":\"FP64\",\"shape\":[1],\"data\":[1]}]} | input 'sepal_width_(cm)' is missing",
                "{\"inputs\":[{\"name\":\"sepal_lenght_(cm)\",\"datatype\":\"FP64\",\"shape\":[1],\"data\":[1]},{\"name\":\"b\",\"datatype\":\"FP64\",\"shape\":[1],\"data\":[1]}]} | the model takes no input 'sepal_lenght_(cm)'; did you mean 'sepal_length_(cm)'?",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[1,4],\"data\":[1,2,null,4]}]} | input 'petal_length_(cm)', row 0: it is null, and the model takes a number in every row",
                "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[1,4],\"data\":[1,2,3,4]}],\"outputs\":[{\"name\":\"lable\"}]} | no output 'lable'; there are: label, probabilities, classes",
            })
    void aBadRequestIsAnsweredWithTheInputAtFault(String body, String message) throws Exception {
        var response = infer(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("error").getAsString()).isEqualTo(message);
    }

    @Test
    void whatIsNoJsonIsRefused() throws Exception {
        for (var body :
                List.of("", "{", "{'a':1}", "NaN", "{\"inputs\":[NaN]}", "[".repeat(100_000))) {
            var response = infer(body);

            assertThat(response.statusCode())
                    .as(body.substring(0, Math.min(9, body.length())))
                    .isEqualTo(400);
            assertThat(json(response).get("error").getAsString()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"inputs\":[]} more | the request is no JSON: there is more behind its end",
                "{\"inputs\":[]}{} | the request is no JSON: there is more behind its end",
                "{\"inputs\":[1,NaN]} | the request is no JSON at line 1, column 14: it has no NaN; send null for a missing value",
                "{\"inputs\":[-Infinity]} | the request is no JSON at line 1, column 12: it has no -Infinity; send null for a missing value",
                "{\"inputs\":[ | the request is no JSON: it breaks off",
                "{'a':1} | the request is no JSON near line 1, column 3",
            })
    void whatIsNoJsonIsToldWhereInOurWords(String body, String message) throws Exception {
        var response = infer(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("error").getAsString()).isEqualTo(message);
    }

    @Test
    void aHeadIsAGetWithoutItsBody() throws Exception {
        var request =
                HttpRequest.newBuilder(endpoint.url().resolve("/v2/health/ready"))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build();

        var response = send(request);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/v2/models/wine").body())
                .isEqualTo("{\"error\":\"no model 'wine' here; there is: iris\"}");
        assertThat(get("/v2/models/iris/versions/2").statusCode()).isEqualTo(404);
        assertThat(get("/v2/models/iris/infer").body())
                .isEqualTo("{\"error\":\"/v2/models/iris/infer wants POST, got GET\"}");
        assertThat(get("/v2/models/iris/infer").statusCode()).isEqualTo(405);
        assertThat(get("/v2/models/iris/infer").headers().firstValue("Allow")).hasValue("POST");
        assertThat(post(endpoint.url().resolve("/v2"), "{}").headers().firstValue("Allow"))
                .hasValue("GET, HEAD");
    }

    @Test
    void aLongRequestIsRefused() throws Exception {
        try (var small = new ModelServer("small", "127.0.0.1", 0, "", 1000).start(iris)) {
            var response = post(small.inferUrl(), " ".repeat(1001));

            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(json(response).get("error").getAsString())
                    .isEqualTo("the request is longer than 1000 bytes; send fewer rows at a time");
            assertThat(post(small.inferUrl(), "{}").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void whoeverCanBeReachedWantsAToken() throws Exception {
        assertThatThrownBy(() -> new ModelServer("iris", "0.0.0.0", 0, ""))
                .hasMessage(
                        "host '0.0.0.0' can be reached from other machines, so a token is wanted: new ModelServer(\"iris\", \"0.0.0.0\", 0, token)");
        var settings = new ModelServer("iris", "127.0.0.1", 0, "s3cret");
        assertThat(settings.toString()).doesNotContain("s3cret");
        try (var guarded = settings.start(iris)) {
            assertThat(post(guarded.inferUrl(), "{}").statusCode()).isEqualTo(401);
            var live = HttpRequest.newBuilder(guarded.url().resolve("/v2/health/live")).build();
            assertThat(send(live).statusCode()).isEqualTo(200);
            var test = heldOut("iris", true);
            assertThat(guarded.predict(test)).isEqualTo(iris.predict(test));
            assertThat(guarded.curl()).contains("$TOKEN").doesNotContain("s3cret");
        }
    }

    @Test
    void aPortInUseIsOneMessage() {
        int port = endpoint.url().getPort();

        assertThatThrownBy(() -> ModelServer.start(iris, port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "port "
                                + port
                                + " of 127.0.0.1 cannot be had (Address already in use); choose another one, or 0 for a free one");
        assertThatThrownBy(() -> ModelServer.start(iris, 70_000))
                .hasMessage("a port is a number from 0, for a free one, to 65535; got 70000");
        assertThatThrownBy(() -> new ModelServer("a b", 0)).hasMessageEndingWith("got 'a b'");
    }

    @Test
    void aClosedEndpointFreesItsPortAndSaysThatItIsClosed() throws Exception {
        var first = ModelServer.start(iris, 0);
        int port = first.url().getPort();
        first.close();
        first.close();

        assertThatThrownBy(() -> first.predict(heldOut("iris", true)))
                .hasMessage("the endpoint http://127.0.0.1:" + port + " is closed");
        ModelServer.start(iris, port).close();
    }

    @Test
    void manyAskAtOnce() throws Exception {
        var test = heldOut("iris", true);
        var here = iris.predict(test);
        var pool = Executors.newFixedThreadPool(8);
        var asked = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 40; i++) {
            asked.add(() -> endpoint.predict(test).equals(here));
        }

        for (var answer : pool.invokeAll(asked)) {
            assertThat(answer.get()).isTrue();
        }
        pool.shutdown();
    }

    @Test
    void aModelThatFailsIsAnAnswerToo() throws Exception {
        var broken = new BrokenModel(iris);
        try (var served = ModelServer.start(broken, 0)) {
            var response =
                    post(
                            served.inferUrl(),
                            "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"FP64\",\"shape\":[1,4],\"data\":[1,2,3,4]}]}");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("ArithmeticException");
        }
    }

    @Test
    void itShowsItsAddressAndALineToTry() throws Exception {
        var shown = Display.text(endpoint);

        assertThat(shown)
                .startsWith(
                        "model 'iris' answers at %1$s/v2/models/iris/infer\ncurl -s %1$s/v2/models/iris/infer -d '{\"inputs\":[{\"name\":\"sepal_length_(cm)\",\"datatype\":\"FP64\",\"shape\":[1],\"data\":[0.0]},"
                                .formatted(endpoint.url()));
        var body = shown.substring(shown.indexOf("-d '") + 4, shown.length() - 1);
        assertThat(infer(body).statusCode()).isEqualTo(200);
    }

    private record BrokenModel(Model like) implements Model {
        @Override
        public himalia.model.Schema schema() {
            return like.schema();
        }

        @Override
        public himalia.model.Trainer trainer() {
            return like.trainer();
        }

        @Override
        public himalia.model.Predictions predict(Table table) {
            throw new ArithmeticException("one divided by none");
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(endpoint.url().resolve(path)).build());
    }

    private static HttpResponse<String> infer(String body) throws Exception {
        return post(endpoint.inferUrl(), body);
    }

    private static HttpResponse<String> post(URI url, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(url)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }
}
