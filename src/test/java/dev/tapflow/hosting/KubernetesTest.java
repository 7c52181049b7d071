package dev.tapflow.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KubernetesTest {

  private static final Path BASE = Path.of("k8s");

  @Test
  void hasOnlyFieldsThatKubernetesKnows() throws IOException {
    try (var files = Files.list(BASE)) {
      assertThat(files.filter(KubernetesTest::isObject))
          .allSatisfy(KubernetesTest::read)
          .isNotEmpty();
    }
  }

  @Test
  void refusesAFieldThatKubernetesDoesNotKnow() throws IOException {
    var deployment = Documents.one(BASE.resolve("deployment.yaml"));
    ((ObjectNode) deployment.at("/spec/template/spec")).put("terminationGraceSeconds", 30);

    assertThatThrownBy(() -> Schema.read(deployment))
        .hasMessageContaining("terminationGraceSeconds");
  }

  @Test
  void isWholeAsKustomizeBuildsIt() throws Exception {
    var objects = built();

    var deployment = one(objects, Deployment.class);
    var pod = deployment.getSpec().getTemplate();
    assertThat(deployment.getSpec().getReplicas()).isEqualTo(3);
    assertThat(deployment.getSpec().getSelector().getMatchLabels())
        .isNotEmpty()
        .isEqualTo(one(objects, Service.class).getSpec().getSelector())
        .isEqualTo(one(objects, PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
        .isEqualTo(one(objects, NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels());
    assertThat(pod.getMetadata().getLabels())
        .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
    assertThat(container(deployment).getEnvFrom().getFirst().getConfigMapRef().getName())
        .isEqualTo(one(objects, ConfigMap.class).getMetadata().getName());
    assertThat(objects).noneMatch(Secret.class::isInstance);
  }

  @Test
  void asksAfterTheHealthOnThreePathsAndNeverAfterWell() throws IOException {
    var container = container((Deployment) read(BASE.resolve("deployment.yaml")));

    assertThat(
            Stream.of(
                    container.getStartupProbe(),
                    container.getLivenessProbe(),
                    container.getReadinessProbe())
                .map(KubernetesTest::path))
        .containsExactly("/q/health/started", "/q/health/live", "/q/health/ready");
  }

  @Test
  void opensOnlyTheWebhooksAndTheApi() throws IOException {
    var ingress = (Ingress) read(BASE.resolve("ingress.yaml"));

    assertThat(ingress.getSpec().getRules())
        .flatMap(rule -> rule.getHttp().getPaths())
        .map(HTTPIngressPath::getPath)
        .containsExactly("/webhooks", "/api");
  }

  @Test
  void setsOnlyWhatTheProgramReads() throws IOException {
    var settings = Variables.of(BASE.resolve("settings.env")).keySet().stream();
    var secrets = ((Secret) read(BASE.resolve("secret.example.yaml"))).getStringData();

    assertThat(Stream.concat(settings, secrets.keySet().stream()))
        .isNotEmpty()
        .allMatch(Settings::exists);
    assertThat(secrets.values()).as("no real secret").containsOnly("");
  }

  private static List<HasMetadata> built() throws IOException, InterruptedException {
    var kubectl =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    assumeTrue(kubectl, "kubectl is not on the PATH: what kustomize builds is not checked");
    var process = new ProcessBuilder("kubectl", "kustomize", BASE.toString()).start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(complaint).isZero();
    return Documents.of(text).stream().map(Schema::read).toList();
  }

  private static boolean isObject(Path file) {
    return file.toString().endsWith(".yaml") && !file.endsWith("kustomization.yaml");
  }

  private static HasMetadata read(Path file) throws IOException {
    return Schema.read(Documents.one(file));
  }

  private static <T> T one(List<HasMetadata> objects, Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  private static Container container(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
  }

  private static String path(Probe probe) {
    return probe.getHttpGet().getPath();
  }
}
