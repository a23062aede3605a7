using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Work;

/// <summary>Brings an intent to the host: tasks to its inbox, announcements to its handlers, each in a scope of its own.</summary>
internal sealed class IntentDelivery(IServiceScopeFactory scopes, EventDispatcher dispatcher)
{
    internal async ValueTask DeliverAsync(EffectRecord record, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            switch (record.Effect.Intent)
            {
                case OpenTask task:
                    var inbox = scope.ServiceProvider.GetRequiredService<ITaskInbox>();
                    await inbox.OpenAsync(new RecruiterTask { Relationship = record.Relationship, Key = record.Effect.Key, Task = task }, cancellationToken).ConfigureAwait(false);
                    break;
                case Announce announce:
                    var announced = new AnnouncedEvent { Relationship = record.Relationship, Key = record.Effect.Key, At = record.Effect.IntendedAt };
                    await dispatcher.DispatchAsync(scope.ServiceProvider, announced, announce.Event, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    throw new InvalidOperationException($"There is no way to deliver {record.Effect.Intent.GetType().Name}.");
            }
        }
    }
}
