package io.orderjourney.messaging.testing;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.TopicAccess;
import io.orderjourney.messaging.Topics;
import io.orderjourney.stack.servers.LocalKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;

/** A broker as in production, on this machine: all topics, a user for each principal of {@link TopicAccess}, and its rules. */
public final class GuardedBroker implements AutoCloseable {

    private final LocalKafka kafka;

    /** Started, in this folder. */
    public GuardedBroker(Path directory) {
        kafka = LocalKafka.in(directory, 0, 0).withAccessRules().start();
        Set<String> topics = new TreeSet<>();
        EventTypes.all().forEach(type -> topics.add(type.topic()));
        Set<String> principals = TopicAccess.grants().stream()
                .map(TopicAccess.Grant::principal)
                .collect(Collectors.toCollection(TreeSet::new));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.administration()))) {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, Topics.PARTITIONS, (short) 1)
                                    .configs(Map.of(
                                            "cleanup.policy", TopicAccess.isCompacted(topic) ? "compact" : "delete")))
                            .toList())
                    .all()
                    .get();
            admin.alterUserScramCredentials(principals.stream()
                            .map(GuardedBroker::user)
                            .map(user -> (UserScramCredentialAlteration) user)
                            .toList())
                    .all()
                    .get();
            admin.createAcls(TopicAccess.grants().stream()
                            .map(GuardedBroker::rule)
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take its access rules", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        principals.forEach(this::awaitLogin);
    }

    /** The broker learns of users and rules a moment after the controller took them, and of users before rules. */
    private void awaitLogin(String principal) {
        Awaitility.await(principal + " can log in")
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsMatching(ExecutionException.class::isInstance)
                .until(() -> {
                    try (Admin admin = Admin.create(connection(principal))) {
                        return !admin.listTopics().names().get().isEmpty();
                    }
                });
    }

    /** How this principal connects. */
    public Map<String, Object> connection(String principal) {
        return connection(principal, password(principal));
    }

    /** How somebody connects who says this password. */
    public Map<String, Object> connection(String principal, String password) {
        return Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + principal
                        + "\" password=\"" + password + "\";");
    }

    /** Where nobody logs in. */
    public LocalKafka kafka() {
        return kafka;
    }

    @Override
    public void close() {
        kafka.close();
    }

    private static String password(String principal) {
        return principal + "-at-the-guarded-broker";
    }

    private static UserScramCredentialUpsertion user(String principal) {
        return new UserScramCredentialUpsertion(
                principal, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password(principal));
    }

    private static AclBinding rule(TopicAccess.Grant grant) {
        return new AclBinding(
                new ResourcePattern(ResourceType.valueOf(grant.resource().name()), grant.name(), PatternType.LITERAL),
                new AccessControlEntry(
                        "User:" + grant.principal(),
                        "*",
                        AclOperation.valueOf(grant.operation().name()),
                        AclPermissionType.ALLOW));
    }
}
