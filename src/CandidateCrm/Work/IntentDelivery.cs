using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Work;

/// <summary>Brings an intent to the host: tasks to its inbox, announcements to its handlers, each in a scope of its own.</summary>
internal sealed class IntentDelivery(IServiceScopeFactory scopes, IEnumerable<EventSubscription> subscriptions)
{
    private readonly ILookup<string, EventSubscription> _subscriptions = subscriptions.ToLookup(s => s.Event, StringComparer.Ordinal);

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
                    await AnnounceAsync(scope.ServiceProvider, record, announce, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    throw new InvalidOperationException($"There is no way to deliver {record.Effect.Intent.GetType().Name}.");
            }
        }
    }

    private async ValueTask AnnounceAsync(IServiceProvider services, EffectRecord record, Announce announce, CancellationToken cancellationToken)
    {
        var announced = new AnnouncedEvent { Relationship = record.Relationship, Key = record.Effect.Key, At = record.Effect.IntendedAt };
        foreach (var subscription in _subscriptions[Timeline.EntryTypes.NameOf(announce.Event)])
        {
            await subscription.HandleAsync(services, announced, announce.Event, cancellationToken).ConfigureAwait(false);
        }
    }
}
