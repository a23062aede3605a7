using Quickstart;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !stop.IsCancellationRequested; // The second Ctrl-C ends the process at once.
    stop.Cancel();
};
return await App.RunAsync(args, Console.Out, Console.Error, stop.Token);
