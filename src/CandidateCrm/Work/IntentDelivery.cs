using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Work;

/// <summary>Brings an intent to the host: tasks to its inbox, announcements to its handlers, each in a scope of its own.</summary>
internal sealed class IntentDelivery(IServiceScopeFactory scopes, EventDispatcher dispatcher)
{
    /// <summary>Begins with the effects of one claim.</summary>
    internal BatchProfiles ProfilesFor(OutboxClaim claim, CancellationToken cancellationToken) => new(scopes, claim.Effects, cancellationToken);

    internal async ValueTask DeliverAsync(EffectRecord record, BatchProfiles profiles, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            switch (record.Effect.Intent)
            {
                case OpenTask task:
                    await OpenAsync(scope.ServiceProvider, record, task, profiles, cancellationToken).ConfigureAwait(false);
                    break;
                case CloseTask task:
                    var closed = new ClosedTask { Relationship = record.Relationship, Task = task.Task, Reason = task.Reason };
                    await scope.ServiceProvider.GetRequiredService<ITaskInbox>().CloseAsync(closed, cancellationToken).ConfigureAwait(false);
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

    private static async ValueTask OpenAsync(IServiceProvider services, EffectRecord record, OpenTask task, BatchProfiles profiles, CancellationToken cancellationToken)
    {
        var opened = new RecruiterTask
        {
            Relationship = record.Relationship,
            Key = record.Effect.Key,
            Task = task,
            Profile = await profiles.OfAsync(record.Relationship, cancellationToken).ConfigureAwait(false),
        };
        await services.GetRequiredService<ITaskInbox>().OpenAsync(opened, cancellationToken).ConfigureAwait(false);
    }
}
